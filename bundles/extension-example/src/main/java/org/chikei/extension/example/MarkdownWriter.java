package org.chikei.extension.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.ServiceProperties;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.result.StepResult;
import org.osgi.service.component.annotations.Component;

/** Writes the findings as Markdown, for a notebook of the laboratory. */
@Component(
    property = {
      ServiceProperties.TYPE + "=markdown",
      ServiceProperties.SUMMARY + "=the findings as Markdown"
    })
public final class MarkdownWriter implements ResultWriter {

  /** Makes the writer. */
  public MarkdownWriter() {
    // stateless
  }

  @Override
  public List<String> write(JobResult result, Path folder) throws IOException {
    StringBuilder text = new StringBuilder("# ").append(result.title()).append('\n');
    for (StepResult step : result.steps()) {
      text.append("\n## ").append(step.name()).append(" (").append(step.step()).append(")\n\n");
      text.append(step.headline()).append('\n');
      step.warnings().forEach(warning -> text.append("\n> ").append(warning).append('\n'));
    }
    Files.writeString(folder.resolve("findings.md"), text);
    return List.of("findings.md");
  }
}
