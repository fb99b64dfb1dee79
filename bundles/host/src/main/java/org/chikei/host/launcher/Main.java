package org.chikei.host.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Where {@code java -jar chikei.jar} begins.
 *
 * <p>The exit status is the command's own; 1 if the program itself is at fault, with one line on
 * standard error, and a stack trace with {@code --debug}.
 *
 * <p>On an interrupt (Ctrl-C) the thread of the command is interrupted and given some seconds to
 * leave things tidy; the status is then 130. However the process ends, short of being killed, the
 * temporary folder is removed.
 */
public final class Main {

  private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";
  private static final String FRAMEWORK = "framework/";
  private static final String EMBEDDED_FRAMEWORK = "org.chikei.host.embedded.EmbeddedFramework";
  private static final int INTERNAL_FAULT = 1;
  private static final int INTERRUPTED = 130;
  private static final int SECONDS_TO_TIDY = 10;

  private final CountDownLatch commandIsDone = new CountDownLatch(1);
  private final Thread commandThread = Thread.currentThread();
  private final TemporaryFolder folder = new TemporaryFolder();
  private volatile AutoCloseable framework;
  private volatile boolean interrupted;

  private Main() {}

  /**
   * Runs one command and ends the process.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    speakUtf8();
    logInLines();
    Main main = new Main();
    int status;
    try {
      status = main.run(arguments);
    } catch (Throwable fault) {
      status = INTERNAL_FAULT;
      if (main.interrupted) {
        System.err.println("chikei: interrupted; nothing was written");
      } else {
        report(fault, arguments);
      }
    }
    System.out.flush();
    System.exit(status);
  }

  /**
   * Lets both streams write UTF-8 where the locale knows ASCII alone, as in many containers: ±
   * would come out as a question mark otherwise, and what ASCII has stays the same.
   */
  private static void speakUtf8() {
    if (Charset.defaultCharset().equals(StandardCharsets.US_ASCII)) {
      System.setOut(
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
      System.setErr(
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
  }

  /** What a bundle logs is one line, as all else that goes to standard error. */
  private static void logInLines() {
    if (System.getProperty(LOG_FORMAT) == null) {
      System.setProperty(LOG_FORMAT, "chikei: %5$s%n");
    }
  }

  private int run(String[] arguments) throws Throwable {
    Runtime.getRuntime().addShutdownHook(new Thread(this::tidy, "chikei-tidy"));
    try {
      ToIntFunction<String[]> embedded = embed(arguments);
      framework = (AutoCloseable) embedded;
      if (interrupted) {
        // the interrupt came while the framework started, which may have taken it for its own
        System.err.println("chikei: interrupted; nothing was written");
        return INTERRUPTED;
      }
      return embedded.applyAsInt(arguments);
    } finally {
      commandIsDone.countDown();
    }
  }

  @SuppressWarnings("unchecked")
  private ToIntFunction<String[]> embed(String[] arguments) throws Throwable {
    Preparation.begin();
    NestedJar jar = NestedJar.open(System.getProperty("java.class.path"));
    FrameworkLoader loader = new FrameworkLoader(jar, jar.nested(frameworkIn(jar)));
    try {
      return (ToIntFunction<String[]>)
          loader
              .loadClass(EMBEDDED_FRAMEWORK)
              .getConstructor(NestedJar.class, Path.class, String[].class)
              .newInstance(jar, folder.create(), arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static String frameworkIn(NestedJar jar) throws IOException {
    for (String name : jar.names()) {
      if (name.startsWith(FRAMEWORK) && name.endsWith(".jar")) {
        return name;
      }
    }
    throw new IOException("this jar holds no framework; build it anew");
  }

  /** Runs while the process ends, for whatever reason it does. */
  private void tidy() {
    try {
      if (commandIsDone.getCount() > 0) {
        interrupted = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_TIDY);
        do {
          // again and again: whatever the thread is at may swallow one
          commandThread.interrupt();
        } while (!commandIsDone.await(500, TimeUnit.MILLISECONDS) && System.nanoTime() < end);
      }
      AutoCloseable running = framework;
      if (running != null) {
        running.close();
      }
    } catch (Exception whileEnding) {
      // The process ends all the same; what is left to do is to remove the folder.
    } finally {
      folder.delete();
    }
  }

  private static void report(Throwable fault, String[] arguments) {
    String message =
        fault instanceof OutOfMemoryError
            ? "not enough memory; give Java more, such as java -Xmx4g -jar chikei.jar, or use fewer"
                + " threads"
            : fault.getMessage();
    System.err.println(
        "chikei: " + (message == null ? fault.toString() : message.lines().findFirst().orElse("")));
    for (String argument : arguments) {
      if (argument.equals("--debug")) {
        fault.printStackTrace();
      }
    }
  }
}
