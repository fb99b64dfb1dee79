package org.chikei.host;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.job.Workbench;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code suggest STRUCTURE}: coordinates worth looking at, ready to paste into a job. */
final class SuggestCommand implements Command {
  private static final int MOST_OF_A_KIND = 10;

  private final Workbench workbench;

  SuggestCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec suggest =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("STRUCTURE")
                    .arity("1")
                    .required(true)
                    .type(Path.class)
                    .description("A structure file, such as PDB, GRO, SDF or MOL2.")
                    .build())
            .addOption(
                Command.flag(
                    "--all", "Lists everything; else ten of a kind and how many more there are."));
    suggest
        .usageMessage()
        .description("Lists coordinates that the chemistry suggests, ready to paste into a job.");
    return suggest;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    int most = parsed.hasMatchedOption("--all") ? Integer.MAX_VALUE : MOST_OF_A_KIND;
    System.out.print(workbench.suggest(parsed.matchedPositionalValue(0, Path.of("")), most));
    return ExitStatus.DONE;
  }
}
