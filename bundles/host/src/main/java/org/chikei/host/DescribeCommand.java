package org.chikei.host;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.job.Installed;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.Description;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code describe TYPE}: what a type is and which parameters it takes. */
final class DescribeCommand implements Command {
  private final Workbench workbench;

  DescribeCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec describe =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("TYPE")
                    .arity("1")
                    .required(true)
                    .type(String.class)
                    .description("A coordinate or a step.")
                    .build());
    describe.addOption(
        OptionSpec.builder("--plumed")
            .description(
                "Prints the lines of a PLUMED input that ask for such a coordinate instead.")
            .build());
    describe
        .usageMessage()
        .description("Describes a type: its parameters, its formula, an example.");
    return describe;
  }

  @Override
  public int run(ParseResult parsed) {
    String type = parsed.matchedPositionalValue(0, "");
    List<Declaration> declarations = workbench.describe(type);
    if (declarations.isEmpty()) {
      List<String> known =
          workbench.installed().stream()
              .filter(i -> i.kind().equals("coordinate") || i.kind().equals("step"))
              .map(Installed::type)
              .sorted()
              .toList();
      System.err.println(
          "chikei: '" + type + "' is not installed (there are: " + String.join(", ", known) + ")");
      return ExitStatus.USAGE;
    }
    if (parsed.hasMatchedOption("--plumed")) {
      List<String> lines = workbench.counterpart("plumed", type);
      lines.forEach(System.out::println);
      if (lines.isEmpty()) {
        System.err.println("chikei: PLUMED has no counterpart of '" + type + "'");
      }
      return lines.isEmpty() ? ExitStatus.USAGE : ExitStatus.DONE;
    }
    String separator = "";
    for (Declaration declaration : declarations) {
      System.out.print(separator);
      new Description(System.out).print(declaration);
      separator = System.lineSeparator();
    }
    return ExitStatus.DONE;
  }
}
