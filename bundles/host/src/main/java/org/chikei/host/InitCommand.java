package org.chikei.host;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.job.Workbench;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code init STRUCTURE TRAJECTORY}: writes a job to begin with. */
final class InitCommand implements Command {
  private final Workbench workbench;

  InitCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec init =
        CommandSpec.create()
            .addPositional(file("STRUCTURE", "A structure file, such as PDB, GRO, SDF or MOL2."))
            .addPositional(file("TRAJECTORY", "A trajectory of that structure."))
            .addOption(
                OptionSpec.builder("--output")
                    .paramLabel("JOB")
                    .type(Path.class)
                    .description("The file to write; job.yaml if absent.")
                    .build());
    init.usageMessage()
        .description(
            "Writes a job to begin with, with coordinates that the chemistry suggests. A file that is"
                + " there is never overwritten.");
    return init;
  }

  private static PositionalParamSpec file(String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity("1")
        .required(true)
        .type(Path.class)
        .description(description)
        .build();
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Path job = parsed.matchedOptionValue("--output", Path.of("job.yaml"));
    workbench.init(
        parsed.matchedPositionalValue(0, Path.of("")),
        parsed.matchedPositionalValue(1, Path.of("")),
        job);
    System.out.println(
        job + ": written; set its temperature, then look at it with 'check' and go on with 'run'");
    return ExitStatus.DONE;
  }
}
