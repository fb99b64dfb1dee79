package org.chikei.extension.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the example writes. */
final class MarkdownWriterTest {

  @Test
  void findingsAndWarningsAreWritten(@TempDir Path folder) throws Exception {
    StepResult step =
        new StepResult(
            "comparison",
            "phi",
            List.of("phi"),
            "They differ.",
            Map.of(),
            List.of(),
            List.of(),
            List.of("Run longer."));
    JobResult result =
        new JobResult(
            "Butane",
            List.of(step),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty());
    assertEquals(List.of("findings.md"), new MarkdownWriter().write(result, folder));
    assertEquals(
        "# Butane\n\n## phi (comparison)\n\nThey differ.\n\n> Run longer.\n",
        Files.readString(folder.resolve("findings.md")));
  }
}
