package org.chikei.integration.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The executable jar that serves the page of a folder. */
final class Serving implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("(http://127.0.0.1:\\d+/chikei/)#token=(\\w+)");
  private static final long SECONDS = 60;

  private final Process process;
  private final String page;
  private final String token;

  /**
   * Starts it and waits until it says where it is.
   *
   * @param folder the working directory, which the page works in
   * @param options what is given to {@code serve} beside any free port
   */
  Serving(Path folder, String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(options));
    process = ExecutableJar.start(folder, arguments.toArray(String[]::new));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    Matcher address = ADDRESS.matcher("");
    while (!address.reset(Files.readString(folder.resolve("output"))).find()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new AssertionError(Files.readString(folder.resolve("errors")));
      }
      Thread.sleep(20);
    }
    page = address.group(1);
    token = address.group(2);
  }

  /** The address of the page, with a slash at its end. */
  String page() {
    return page;
  }

  /** What a request must bring. */
  String token() {
    return token;
  }

  Process process() {
    return process;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the server does not end");
    }
  }
}
