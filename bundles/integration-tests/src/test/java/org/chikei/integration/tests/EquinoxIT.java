package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder of plug-ins, unpacked and started with Equinox's own launcher and console. */
@Timeout(180)
class EquinoxIT {
  private static final long SECONDS = 60;
  private static final String PROMPT = "g! ";

  /** What stands below the words that are offered. */
  private static final String OFFERED = "osgi> ";

  /** What a telnet client says before all else (RFC 1091): that it is an XTERM. */
  private static final String TERMINAL_TYPE =
      "\u00ff\u00fb\u0018\u00ff\u00fa\u0018\0XTERM\u00ff\u00f0";

  @TempDir Path folder;

  private Process equinox;
  private HostConsole console;

  private void start(String... address) throws Exception {
    unpack();
    Path output = folder.resolve("output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                framework().toString(),
                "-configuration",
                "configuration",
                "-console"));
    command.addAll(List.of(address));
    equinox =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    console = new HostConsole(equinox, equinox.getOutputStream(), output);
  }

  @AfterEach
  void stop() throws Exception {
    equinox.destroyForcibly();
    assertTrue(equinox.waitFor(SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void installRunExtendAndUninstall() throws Exception {
    start();
    console.await(PROMPT);
    String bundles = console.say("felix:lb");
    for (String line : bundles.lines().filter(line -> line.matches(" *\\d+\\|.*")).toList()) {
      assertTrue(line.contains("|Active"), line);
    }
    for (String bundle : List.of("Chikei API", "Chikei Batch", "Chikei Shell")) {
      assertTrue(bundles.contains(bundle), bundles);
    }

    new ConsoleStory(console, folder).tell("equinox:install -start", "equinox:uninstall");

    console.type("equinox:exit\ny\n");
    assertTrue(equinox.waitFor(SECONDS, TimeUnit.SECONDS), "Equinox does not stop");
    assertEquals(0, equinox.exitValue());
    try (Stream<Path> files = Files.list(folder.resolve("configuration"))) {
      assertEquals(
          List.of(),
          files.filter(file -> file.toString().endsWith(".log")).toList(),
          "what Equinox logged");
    }
  }

  /** Equinox completes what is begun where its console is reached by telnet. */
  @Test
  void theTabKeyCompletesWhatCommandsTake() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    start("127.0.0.1:" + port);
    Files.writeString(folder.resolve("analysis.yaml"), "source: none\n");
    try (Socket socket = connect(port)) {
      Path screen = Files.createFile(folder.resolve("screen"));
      new Thread(() -> copy(socket, screen)).start();
      HostConsole telnet = new HostConsole(equinox, socket.getOutputStream(), screen);
      telnet.type(TERMINAL_TYPE);
      telnet.await(PROMPT);
      telnet.type("chikei:list --kind \t");
      String kinds = telnet.await(OFFERED);
      for (String kind : List.of("coordinate", "format", "model", "output", "step")) {
        assertTrue(kinds.lines().anyMatch(kind::equals), kinds);
      }
      telnet.type("ste\t\r\n"); // Equinox has commands of its own that begin with st

      telnet.await("step  comparison");
      telnet.await(PROMPT);
      telnet.type("chikei:run -\t");
      String options = telnet.await(OFFERED);
      assertTrue(options.contains("--background") && options.contains("--output"), options);
      telnet.type("b\t analys\t\r\n");
      telnet.await("job 1");
      telnet.await(PROMPT);
      telnet.type("chikei:status \t");
      telnet.await("chikei:status 1");
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

  private Socket connect(int port) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException notYet) {
        assertTrue(equinox.isAlive() && System.nanoTime() < deadline, "no console");
        Thread.sleep(20);
      }
    }
  }

  private static void copy(Socket from, Path to) {
    try (OutputStream file = Files.newOutputStream(to)) {
      from.getInputStream().transferTo(file);
    } catch (IOException closed) {
      // by the test, which has seen enough
    }
  }
}
