package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder of plug-ins, unpacked and started with Equinox's own launcher and console. */
@Timeout(180)
class EquinoxIT {
  private static final long SECONDS = 60;
  private static final String PROMPT = "g! ";

  @TempDir Path folder;

  private Process equinox;
  private Path output;
  private Writer input;
  private int read;
  private int commands;

  @BeforeEach
  void start() throws Exception {
    unpack();
    output = folder.resolve("output");
    equinox =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                framework().toString(),
                "-console",
                "-configuration",
                "configuration")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    input = equinox.outputWriter(StandardCharsets.UTF_8);
    await(PROMPT);
  }

  @AfterEach
  void stop() throws Exception {
    equinox.destroyForcibly();
    assertTrue(equinox.waitFor(SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void installRunExtendAndUninstall() throws Exception {
    String bundles = say("felix:lb");
    for (String line : bundles.lines().filter(line -> line.matches(" *\\d+\\|.*")).toList()) {
      assertTrue(line.contains("|Active"), line);
    }
    for (String bundle : List.of("Chikei API", "Chikei Batch", "Chikei Shell")) {
      assertTrue(bundles.contains(bundle), bundles);
    }

    new ConsoleStory(this::say, folder).tell("equinox:install -start", "equinox:uninstall");

    send("equinox:exit\ny");
    assertTrue(equinox.waitFor(SECONDS, TimeUnit.SECONDS), "Equinox does not stop");
    assertEquals(0, equinox.exitValue());
    try (Stream<Path> files = Files.list(folder.resolve("configuration"))) {
      assertEquals(
          List.of(),
          files.filter(file -> file.toString().endsWith(".log")).toList(),
          "what Equinox logged");
    }
  }

  private void unpack() throws IOException {
    Path zip = Path.of(System.getProperty("equinox"));
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
  }

  private Path framework() throws IOException {
    try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
      return plugins
          .filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.osgi-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Says a command, and another one whose answer tells that the first was carried out. */
  private String say(String command) throws Exception {
    String end = "end-of-" + ++commands;
    send(command + "\necho " + end);
    String answer = await(end + System.lineSeparator());
    assertFalse(answer.contains("CommandNotFoundException"), answer);
    return answer;
  }

  private void send(String lines) throws IOException {
    input.write(lines + "\n");
    input.flush();
  }

  private String await(String words) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      String text = Files.readString(output);
      int found = text.indexOf(words, read);
      if (found >= 0) {
        String answer = text.substring(read, found);
        read = found + words.length();
        return answer;
      }
      assertTrue(
          equinox.isAlive() && System.nanoTime() < deadline,
          () -> "no '" + words.strip() + "' in " + text.substring(read));
      Thread.sleep(20);
    }
  }
}
