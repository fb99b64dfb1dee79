package org.chikei.host;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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

  private static final int DONE = 0;
  private static final int USAGE = 2;

  private final BundleContext context;

  /**
   * Made by the framework.
   *
   * @param context where the providers are
   */
  @Activate
  public Commands(BundleContext context) {
    this.context = context;
  }

  @Override
  public int applyAsInt(String[] arguments) {
    CommandLine commandLine = new CommandLine(specification());
    ParseResult parsed;
    try {
      parsed = commandLine.parseArgs(arguments);
    } catch (ParameterException wrong) {
      System.err.println("chikei: " + wrong.getMessage());
      return USAGE;
    }
    if (CommandLine.printHelpIfRequested(parsed)) {
      return DONE;
    }
    if (!parsed.hasSubcommand()) {
      commandLine.usage(System.err);
      return USAGE;
    }
    return list();
  }

  private CommandSpec specification() {
    CommandSpec chikei =
        CommandSpec.create()
            .name("chikei")
            .version("Chikei " + context.getBundle().getVersion())
            .addOption(debug())
            .mixinStandardHelpOptions(true);
    CommandSpec list =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("KIND")
                    .arity("0..1")
                    .type(String.class)
                    .build())
            .addOption(bundles())
            .addOption(debug())
            .mixinStandardHelpOptions(true);
    list.usageMessage().description("Lists what is installed.");
    return chikei.addSubcommand("list", list);
  }

  private static OptionSpec debug() {
    return OptionSpec.builder("--debug").description("Shows stack traces.").build();
  }

  /** Read by the launcher, which installs them before there is a command: here for the help. */
  private static OptionSpec bundles() {
    return OptionSpec.builder("--bundles")
        .paramLabel("DIR")
        .type(Path.class)
        .description("Starts the bundles of a folder, too.")
        .build();
  }

  private int list() {
    try {
      ServiceReference<?>[] providers =
          context.getServiceReferences((String) null, "(chikei.type=*)");
      if (providers != null) {
        Arrays.sort(providers);
        for (ServiceReference<?> provider : providers) {
          System.out.println(
              provider.getProperty("chikei.type") + "  " + provider.getBundle().getSymbolicName());
        }
      }
      return DONE;
    } catch (InvalidSyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
