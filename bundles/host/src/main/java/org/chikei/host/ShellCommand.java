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
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
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
            "Starts the framework's shell: 'help' lists its commands, 'exit' ends it. Commands may come"
                + " through a pipe; the status is 4 then if one of them failed.");
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
      session.currentDir(Path.of("").toAbsolutePath());
      return lines(session);
    } finally {
      context.ungetService(reference);
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int lines(CommandSession session) throws IOException {
    boolean terminal = System.console() != null;
    int status = ExitStatus.DONE;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (true) {
      if (terminal) {
        System.out.print("chikei> ");
        System.out.flush();
      }
      String line = in.readLine();
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
      if (result != null) {
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
        if (found != null && commands != null && commands.length >= NUMBER_OF_COMMANDS) {
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
