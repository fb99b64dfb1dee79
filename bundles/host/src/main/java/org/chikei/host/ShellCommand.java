package org.chikei.host;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.chikei.api.text.CommandCompleter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code shell}: the framework's shell (Gogo), at a terminal or fed by a pipe, until its input ends
 * or someone says {@code exit}.
 */
final class ShellCommand implements Command {
  private static final String COMMANDS = "(&(osgi.command.scope=chikei)(osgi.command.function=*))";
  private static final String ANY_COMMANDS = "(&(osgi.command.scope=*)(osgi.command.function=*))";
  private static final ServiceReference<?>[] NONE = {};
  private static final int NUMBER_OF_COMMANDS = 8;
  private static final int SECONDS_TO_START = 20;

  private final BundleContext context;

  ShellCommand(BundleContext context) {
    this.context = context;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec shell = CommandSpec.create();
    shell
        .usageMessage()
        .description(
            "Starts the framework's shell: 'help' lists its commands, the tab key completes what is"
                + " begun, 'exit' ends it. Commands may come through a pipe; the status is 4 then if"
                + " one of them failed.");
    return shell;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    ServiceReference<CommandProcessor> reference = await();
    CommandProcessor processor = context.getService(reference);
    // the process's own streams: Gogo has put its own, which lead to a session's, before System's
    try (CommandSession session =
        processor.createSession(
            System.in, stream(FileDescriptor.out), stream(FileDescriptor.err))) {
      Path folder = Path.of("").toAbsolutePath();
      session.currentDir(folder);
      boolean terminal = System.console() != null;
      try (Lines lines = terminal ? edited(folder) : plain("")) {
        return execute(lines, session, terminal);
      }
    } finally {
      context.ungetService(reference);
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private Completions completions(Path folder) {
    return new Completions(
        this::commands,
        context.getService(context.getServiceReference(CommandCompleter.class)),
        folder);
  }

  /** All commands of the framework, each as {@code scope:name}. */
  private List<String> commands() {
    List<String> found = new ArrayList<>();
    try {
      ServiceReference<?>[] references = context.getAllServiceReferences(null, ANY_COMMANDS);
      for (ServiceReference<?> reference : references == null ? NONE : references) {
        Object names = reference.getProperty("osgi.command.function");
        for (Object name : names instanceof Object[] several ? several : new Object[] {names}) {
          found.add(reference.getProperty("osgi.command.scope") + ":" + name);
        }
      }
    } catch (InvalidSyntaxException impossible) {
      throw new AssertionError(impossible);
    }
    return found;
  }

  /** Lines that are edited; plain ones at a terminal that this machine has no means to control. */
  private Lines edited(Path folder) {
    try {
      return new TerminalLines(completions(folder));
    } catch (IOException | IllegalStateException uncontrolled) {
      return plain("chikei> ");
    }
  }

  private static Lines plain(String prompt) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Lines() {
      @Override
      public String next() throws IOException {
        System.out.print(prompt);
        System.out.flush();
        return in.readLine();
      }

      @Override
      public void close() {
        // standard input is the process's own
      }
    };
  }

  private static int execute(Lines lines, CommandSession session, boolean terminal)
      throws IOException {
    int status = ExitStatus.DONE;
    while (true) {
      String line = lines.next();
      if (line == null || line.strip().equals("exit")) {
        return status;
      }
      if (!line.isBlank() && !execute(line, session) && !terminal) {
        status = ExitStatus.STEPS_FAILED;
      }
    }
  }

  private static boolean execute(String line, CommandSession session) {
    try {
      Object result = session.execute(line);
      if (result != null && !(result instanceof Boolean)) { // grep tells whether it found
        System.out.println(session.format(result, Converter.INSPECT));
      }
      return true;
    } catch (Exception refused) {
      Throwable cause = refused;
      while (cause.getMessage() == null && cause.getCause() != null
          || cause instanceof InvocationTargetException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      String message = cause.getMessage();
      System.err.println("chikei: " + (message == null ? cause.toString() : message));
      return false;
    }
  }

  /** Waits until the shell and every command are there. */
  private ServiceReference<CommandProcessor> await() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    try {
      while (System.nanoTime() < end) {
        ServiceReference<CommandProcessor> found =
            context.getServiceReference(CommandProcessor.class);
        ServiceReference<?>[] commands = context.getAllServiceReferences(null, COMMANDS);
        if (found != null
            && commands != null
            && commands.length >= NUMBER_OF_COMMANDS
            && context.getServiceReference(CommandCompleter.class) != null) {
          return found;
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InvalidSyntaxException impossible) {
      throw new AssertionError(impossible);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("the shell did not start");
  }
}
