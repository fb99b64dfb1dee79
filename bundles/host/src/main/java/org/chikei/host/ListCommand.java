package org.chikei.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.job.Installed;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code list}: what is installed, with the bundle that provides it. */
final class ListCommand implements Command {
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "coordinates", List.of("coordinate"),
          "steps", List.of("step"),
          "formats", List.of("format", "output"),
          "models", List.of("model"));

  private final Workbench workbench;

  ListCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec list =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("KIND")
                    .arity("0..1")
                    .type(String.class)
                    .description("coordinates, steps, formats or models; all of them if not given.")
                    .build());
    list.usageMessage().description("Lists what is installed.");
    return list;
  }

  @Override
  public int run(ParseResult parsed) {
    String kind = parsed.matchedPositionalValue(0, "");
    if (!kind.isEmpty() && !KINDS.containsKey(kind)) {
      System.err.println(
          "chikei: '"
              + kind
              + "' cannot be listed (accepted: coordinates, steps, formats, models)");
      return ExitStatus.USAGE;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Installed installed : workbench.installed()) {
      if (kind.isEmpty() || KINDS.get(kind).contains(installed.kind())) {
        rows.add(
            List.of(installed.kind(), installed.type(), installed.summary(), installed.origin()));
      }
    }
    TextTable.lines(rows).forEach(System.out::println);
    return ExitStatus.DONE;
  }
}
