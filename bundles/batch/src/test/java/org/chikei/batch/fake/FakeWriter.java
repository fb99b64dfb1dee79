package org.chikei.batch.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.result.Column;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/** One file a table, every bit of every number in it. */
public final class FakeWriter implements ResultWriter {

  @Override
  public List<String> write(JobResult result, Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (StepResult step : result.steps()) {
      for (Table table : step.tables()) {
        StringBuilder text = new StringBuilder();
        for (Column column : table.columns()) {
          text.append(column.name()).append(',');
        }
        for (int row = 0; row < table.rows(); row++) {
          text.append('\n');
          for (Column column : table.columns()) {
            text.append(column.values()[row]).append(',');
          }
        }
        text.append('\n').append(step.fields());
        String name = step.name() + "." + table.suffix() + ".csv";
        Files.writeString(folder.resolve(name), text);
        files.add(name);
      }
    }
    return files;
  }
}
