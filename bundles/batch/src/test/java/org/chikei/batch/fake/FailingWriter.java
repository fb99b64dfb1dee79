package org.chikei.batch.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;

/** Writes half of its file and then fails as it was told. */
public final class FailingWriter implements ResultWriter {
  private final String by;

  /**
   * Makes the writer.
   *
   * @param by {@code hang}, {@code throw} or {@code refuse}
   */
  public FailingWriter(String by) {
    this.by = by;
  }

  @Override
  public List<String> write(JobResult result, Path folder) throws IOException {
    Files.writeString(folder.resolve("half.text"), "half");
    switch (by) {
      case "hang" -> {
        FailingStep.hang();
        Files.writeString(folder.resolve("half.text"), "the other half");
      }
      case "throw" -> throw new IllegalStateException("no idea");
      default -> throw new IOException("no space left");
    }
    return List.of("half.text");
  }
}
