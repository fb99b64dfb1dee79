package org.chikei.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.Problem;
import org.chikei.api.job.Workbench;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line: from an array of words to an exit status.
 *
 * <p>The commands are described by picocli's model and not by its annotations, which picocli would
 * have to find by reflection at every start.
 */
@Component(service = ToIntFunction.class, property = "chikei.command.line:Boolean=true")
public final class Commands implements ToIntFunction<String[]> {
  private final String version;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  /**
   * Made by the framework.
   *
   * @param context tells the version
   * @param workbench what checks and runs jobs
   */
  @Activate
  public Commands(BundleContext context, @Reference Workbench workbench) {
    this(context.getBundle().getVersion().toString(), context, workbench);
  }

  Commands(String version, BundleContext context, Workbench workbench) {
    this.version = version;
    commands.put("run", new RunCommand(workbench));
    commands.put("check", new CheckCommand(workbench));
    commands.put("suggest", new SuggestCommand(workbench));
    commands.put("init", new InitCommand(workbench));
    commands.put("list", new ListCommand(workbench));
    commands.put("describe", new DescribeCommand(workbench));
    commands.put("new-extension", new NewExtensionCommand());
    commands.put("shell", new ShellCommand(context));
    commands.put("serve", new ServeCommand(context));
  }

  @Override
  public int applyAsInt(String[] arguments) {
    CommandLine commandLine = new CommandLine(specification());
    ParseResult parsed;
    try {
      parsed = commandLine.parseArgs(arguments);
    } catch (ParameterException wrong) {
      System.err.println("chikei: " + wrong.getMessage());
      return ExitStatus.USAGE;
    }
    if (CommandLine.printHelpIfRequested(parsed)) {
      return ExitStatus.DONE;
    }
    if (!parsed.hasSubcommand()) {
      commandLine.usage(System.err);
      return ExitStatus.USAGE;
    }
    ParseResult ofCommand = parsed.subcommand();
    boolean debug = parsed.hasMatchedOption("--debug") || ofCommand.hasMatchedOption("--debug");
    return run(commands.get(ofCommand.commandSpec().name()), ofCommand, debug);
  }

  private static int run(Command command, ParseResult parsed, boolean debug) {
    try {
      return command.run(parsed);
    } catch (JobException | IOException | JobCancelledException | UncheckedIOException e) {
      return report(e, debug);
    }
  }

  /** Prints what went wrong, a line each, and tells the exit status. */
  static int report(Exception thrown, boolean debug) {
    if (debug) {
      thrown.printStackTrace();
    }
    if (thrown instanceof JobCancelledException || Thread.currentThread().isInterrupted()) {
      System.err.println("chikei: interrupted; nothing was written");
      return ExitStatus.INTERRUPTED;
    }
    if (thrown instanceof JobException job) {
      for (Problem problem : job.problems()) {
        System.err.println(oneLine(problem.toString()));
      }
      return ExitStatus.USAGE;
    }
    System.err.println("chikei: " + Messages.of(thrown));
    return ExitStatus.INPUT;
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  private CommandSpec specification() {
    CommandSpec chikei =
        CommandSpec.create()
            .name("chikei")
            .version("Chikei " + version)
            .addOption(Command.flag("--debug", "Shows stack traces."))
            .addOption(help())
            .addOption(versionOption());
    chikei
        .usageMessage()
        .description(
            "Compares the free-energy landscape and the potential of mean force along collective"
                + " variables of molecular-dynamics trajectories.");
    commands.forEach(
        (name, command) ->
            chikei.addSubcommand(
                name,
                command
                    .specification()
                    .addOption(bundles())
                    .addOption(Command.flag("--debug", "Shows stack traces."))
                    .addOption(help())
                    .addOption(versionOption())));
    return chikei;
  }

  // picocli's own two are found by annotations, at every start and for every command.
  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help message and exit.")
        .build();
  }

  private static OptionSpec versionOption() {
    return OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .description("Print version information and exit.")
        .build();
  }

  /** Read by the launcher, which installs them before there is a command: here for the help. */
  private static OptionSpec bundles() {
    return OptionSpec.builder("--bundles")
        .paramLabel("DIR")
        .type(String.class)
        .description("Starts the bundles of a folder, too.")
        .build();
  }
}
