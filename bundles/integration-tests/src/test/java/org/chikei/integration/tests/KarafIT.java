package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a real Apache Karaf that may ask nobody for anything. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Karaf is started by its shell script")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KarafIT {
  private static final Path ARCHIVE = Path.of(System.getProperty("frameworks"), "karaf.tar.gz");
  private static final Path KAR = Path.of(System.getProperty("kar")).normalize();
  private static final long SECONDS = 90;
  private static final String PROMPT = "root()> ";

  /** A service that is there once Karaf has installed its own features. */
  private static final String BOOTED = "org.apache.karaf.features.BootFinished";

  @TempDir static Path folder;

  private static Path karaf;

  private static Process server;
  private static HostConsole console;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    karaf = Files.createDirectory(folder.resolve("karaf"));
    Process tar =
        new ProcessBuilder("tar", "xzf", ARCHIVE.toString(), "--strip-components", "1")
            .directory(karaf.toFile())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    port = free();
    replace("etc/org.apache.karaf.shell.cfg", "sshPort = 8101", "sshPort = " + port);
    replace("etc/org.apache.karaf.shell.cfg", "sshHost = 0.0.0.0", "sshHost = 127.0.0.1");
    replace(
        "etc/org.apache.karaf.management.cfg",
        "rmiRegistryPort = 1099",
        "rmiRegistryPort = " + free());
    replace(
        "etc/org.apache.karaf.management.cfg",
        "rmiServerPort = 44444",
        "rmiServerPort = " + free());
    append(
        "etc/users.properties",
        "karaf = karaf,_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
    // what the archive does not carry cannot be had
    append(
        "etc/org.ops4j.pax.url.mvn.cfg",
        "org.ops4j.pax.url.mvn.repositories =\norg.ops4j.pax.url.mvn.localRepository = "
            + folder.resolve("nothing")
            + "\n");
    Path screen = folder.resolve("console");
    ProcessBuilder builder = new ProcessBuilder("bin/karaf").directory(karaf.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TERM", "dumb");
    server = builder.redirectErrorStream(true).redirectOutput(screen.toFile()).start();
    console = new HostConsole(server, server.getOutputStream(), screen);
    console.await(PROMPT);
    // the console is there before all of Karaf's own features are
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!console.ask("service:list " + BOOTED).contains("[" + BOOTED + "]")) {
      assertTrue(System.nanoTime() < end, "Karaf does not install its own features");
      Thread.sleep(200);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      console.type("system:shutdown -f\n");
      if (!server.waitFor(SECONDS, TimeUnit.SECONDS)) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        throw new AssertionError("Karaf does not stop");
      }
    }
  }

  /** Has a command carried out and gives what it printed. */
  private static String say(String command) throws Exception {
    return console
        .say(command)
        .replaceAll("\u001b\\[[0-9;]*m", "")
        .lines()
        .filter(line -> !line.contains(PROMPT))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void replace(String file, String old, String by) throws IOException {
    String text = Files.readString(karaf.resolve(file));
    assertTrue(text.contains(old), file);
    Files.writeString(karaf.resolve(file), text.replace(old, by));
  }

  private static void append(String file, String text) throws IOException {
    Files.writeString(karaf.resolve(file), Files.readString(karaf.resolve(file)) + "\n" + text);
  }

  @Test
  @Order(1)
  void theArchiveInstallsEverything() throws Exception {
    say("kar:install " + KAR.toUri());
    List<String> installed = features("--installed");
    assertTrue(installed.containsAll(List.of("chikei", "chikei-core")), installed::toString);
    assertEquals(features(""), installed);
    new ConsoleStory(KarafIT::say, folder).tell("bundle:install -s", "bundle:uninstall");
  }

  @Test
  @Order(2)
  void theTabKeyCompletesWhatCommandsTake() throws Exception {
    Files.writeString(karaf.resolve("analysis.yaml"), "source: none\n");
    try (PseudoTerminal terminal =
        new PseudoTerminal(
            karaf,
            folder.resolve("screen"),
            karaf.resolve("bin/client").toString(),
            "-a",
            "" + port,
            "-h",
            "127.0.0.1",
            "-u",
            "karaf",
            "-p",
            "karaf")) {
      terminal.type("root()> ", "chikei:list --k\tcoo\t\r");
      terminal.type("coordinate  angle", "chikei:describe tors\t\r");
      terminal.type("nearest-image", "chikei:check analys\t\r");
      terminal.type("analysis.yaml:1:", "chikei:status \t");
      terminal.await("1   2   3   4"); // the jobs of the story
    }
  }

  @Test
  @Order(2)
  void whatTheTabKeyOffersCanBeAskedFor() throws Exception {
    assertEquals(
        List.of("coordinate", "format", "model", "output", "step"),
        say("chikei:complete list --kind ''").lines().toList());
    assertEquals(
        List.of("--background", "--output"), say("chikei:complete run --").lines().toList());
  }

  @Test
  @Order(3)
  void everythingLeavesWithItsFeature() throws Exception {
    say("feature:uninstall chikei");
    assertEquals(List.of(), features("--installed"));
    assertFalse(say("bundle:list -t 0 -s").contains("org.chikei"));
  }

  @Test
  @Order(4)
  void eachFeatureResolvesByItself() throws Exception {
    String answer =
        say(
            features("").stream()
                .map(feature -> "feature:install --simulate " + feature + "\n")
                .collect(Collectors.joining("", "", "echo resolved")));
    assertEquals("resolved", answer);
    assertEquals(List.of(), features("--installed"));
  }

  @Test
  @Order(5)
  void eachFeatureStartsItsBundlesAndLeavesNone() throws Exception {
    for (String feature : features("")) {
      List<String> own =
          say("feature:install %s\nbundle:list -t 0 -s --no-format\nfeature:uninstall %s"
                  .formatted(feature, feature))
              .lines()
              .filter(line -> line.contains("org.chikei."))
              .toList();
      assertTrue(feature.equals("chikei-components") || own.size() >= 2, feature + own);
      for (String bundle : own) {
        assertTrue(bundle.contains("Active"), feature + ": " + bundle);
      }
    }
    assertEquals(List.of(), features("--installed"));
    assertFalse(say("bundle:list -t 0 -s").contains("org.chikei"));
  }

  @Test
  @Order(6)
  void jobsCanBeHadWithoutTheRest() throws Exception {
    say("feature:install chikei-core");
    assertEquals(List.of("chikei-components", "chikei-core"), features("--installed"));
    assertFalse(say("bundle:list -t 0 -s").contains("org.chikei.landscape"));
    String workbench = say("service:list org.chikei.api.job.Workbench");
    assertTrue(workbench.contains("Chikei Batch"), workbench);
  }

  private static List<String> features(String option) throws Exception {
    String answer = say("feature:list --no-format " + option);
    List<String> features =
        answer
            .lines()
            .map(line -> line.split("\\s")[0])
            .filter(name -> name.startsWith("chikei"))
            .sorted()
            .toList();
    assertTrue(!option.isEmpty() || features.size() > 5, answer);
    return features;
  }
}
