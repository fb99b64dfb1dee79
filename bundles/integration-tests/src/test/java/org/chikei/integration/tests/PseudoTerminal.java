package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program at a terminal, and someone who types. */
final class PseudoTerminal implements AutoCloseable {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long SECONDS = 60;

  private final Path screen;
  private final Process process;
  private final OutputStream keys;
  private int seen;

  /**
   * Starts the program; a test is skipped where this machine has no means to make a terminal.
   *
   * @param folder where it runs
   * @param screen the file that holds what stands on the screen
   * @param command the program and its arguments, none of which holds an apostrophe
   */
  PseudoTerminal(Path folder, Path screen, String... command) throws IOException {
    assumeTrue(Files.isExecutable(SCRIPT), "makes a pseudo-terminal");
    this.screen = screen;
    ProcessBuilder builder =
        new ProcessBuilder(
                SCRIPT.toString(), "-qfc", "'" + String.join("' '", command) + "'", "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process = builder.start();
    keys = process.getOutputStream();
  }

  /**
   * Types once words stand on the screen, behind those that were waited for before.
   *
   * @param after the words
   * @param typed the keys
   */
  void type(String after, String typed) throws Exception {
    await(after);
    keys.write(typed.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Waits for words on the screen, behind those that were waited for before. */
  void await(String words) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    int found;
    while ((found = screen().indexOf(words, seen)) < 0) {
      assertTrue(System.nanoTime() < end, () -> words + " is not in " + screen().substring(seen));
      Thread.sleep(50);
    }
    seen = found + words.length();
  }

  /** Waits for the program to end. */
  void end() throws Exception {
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), this::screen);
  }

  private String screen() {
    try {
      return Files.readString(screen, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
