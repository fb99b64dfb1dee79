package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The console of a host that runs in a process of its own. */
final class HostConsole implements ConsoleStory.Console {
  private static final long SECONDS = 90;

  private final Process host;
  private final OutputStream keys;
  private final Path screen;
  private int read;
  private int commands;

  /**
   * Makes it.
   *
   * @param host the host, which has to live on
   * @param keys where to type
   * @param screen the file that holds what the console prints
   */
  HostConsole(Process host, OutputStream keys, Path screen) {
    this.host = host;
    this.keys = keys;
    this.screen = screen;
  }

  /** Says a command, and another one whose answer tells that the first was carried out. */
  @Override
  public String say(String command) throws Exception {
    String answer = ask(command);
    assertFalse(answer.matches("(?s).*(CommandNotFoundException|Command not found).*"), answer);
    return answer;
  }

  /** Says a command that the host may not know yet. */
  String ask(String command) throws Exception {
    String end = "end-of-" + ++commands;
    type(command + "\necho " + end + "\n");
    return await(end + System.lineSeparator());
  }

  /** Types. */
  void type(String typed) throws IOException {
    keys.write(typed.getBytes(StandardCharsets.ISO_8859_1));
    keys.flush();
  }

  /**
   * Waits for words behind those that were waited for before.
   *
   * @return what was printed between the two
   */
  String await(String words) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      String text = Files.readString(screen, StandardCharsets.ISO_8859_1);
      int found = text.indexOf(words, read);
      if (found >= 0) {
        String answer = text.substring(read, found);
        read = found + words.length();
        return answer;
      }
      assertTrue(
          host.isAlive() && System.nanoTime() < deadline,
          () -> "no '" + words.strip() + "' in " + text.substring(read));
      Thread.sleep(20);
    }
  }
}
