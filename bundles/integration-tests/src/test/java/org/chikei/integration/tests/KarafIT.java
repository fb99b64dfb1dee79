package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
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

  @TempDir static Path folder;

  private static Path karaf;
  private static Process server;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    karaf = Files.createDirectory(folder.resolve("karaf"));
    run(List.of("tar", "xzf", ARCHIVE.toString(), "--strip-components", "1"), "");
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
    server = process(List.of("bin/karaf", "server")).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!client("system:start-level").contains("Level 100")) {
      assertTrue(server.isAlive() && System.nanoTime() < end, "Karaf does not start");
      Thread.sleep(500);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      client("system:shutdown -f");
      if (!server.waitFor(SECONDS, TimeUnit.SECONDS)) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        throw new AssertionError("Karaf does not stop");
      }
    }
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

  private static ProcessBuilder process(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(karaf.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command.get(0).replace('/', '-') + ".log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static String run(List<String> command, String input) throws Exception {
    ProcessBuilder builder = process(command);
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // it did not read what it was told: its output says why
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " does not end");
    }
    return Files.readString(folder.resolve(command.get(0).replace('/', '-') + ".log"));
  }

  private static String client(String command) throws Exception {
    return run(
        List.of(
            "bin/client", "-a", "" + port, "-h", "127.0.0.1", "-u", "karaf", "-p", "karaf", "-b"),
        command + "\n");
  }

  @Test
  @Order(1)
  void theArchiveInstallsEverything() throws Exception {
    client("kar:install " + KAR.toUri());
    List<String> installed = features("--installed");
    assertTrue(installed.containsAll(List.of("chikei", "chikei-core")), installed::toString);
    assertEquals(features(""), installed);
    new ConsoleStory(KarafIT::client, folder).tell("bundle:install -s", "bundle:uninstall");
  }

  @Test
  @Order(2)
  void everythingLeavesWithItsFeature() throws Exception {
    client("feature:uninstall chikei");
    assertEquals(List.of(), features("--installed"));
    assertFalse(client("bundle:list -t 0 -s").contains("org.chikei"));
  }

  @Test
  @Order(3)
  void eachFeatureResolvesByItself() throws Exception {
    String answer =
        client(
            features("").stream()
                .map(feature -> "feature:install --simulate " + feature + "\n")
                .collect(Collectors.joining("", "", "echo resolved")));
    assertEquals("resolved", answer.strip());
    assertEquals(List.of(), features("--installed"));
  }

  @Test
  @Order(4)
  void eachFeatureStartsItsBundlesAndLeavesNone() throws Exception {
    for (String feature : features("")) {
      List<String> own =
          client(
                  "feature:install %s\nbundle:list -t 0 -s --no-format\nfeature:uninstall %s"
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
    assertFalse(client("bundle:list -t 0 -s").contains("org.chikei"));
  }

  @Test
  @Order(5)
  void jobsCanBeHadWithoutTheRest() throws Exception {
    client("feature:install chikei-core");
    assertEquals(List.of("chikei-components", "chikei-core"), features("--installed"));
    assertFalse(client("bundle:list -t 0 -s").contains("org.chikei.landscape"));
    String workbench = client("service:list org.chikei.api.job.Workbench");
    assertTrue(workbench.contains("Chikei Batch"), workbench);
  }

  private static List<String> features(String option) throws Exception {
    return client("feature:list --no-format " + option)
        .lines()
        .map(line -> line.split("\\s")[0])
        .filter(name -> name.startsWith("chikei"))
        .sorted()
        .toList();
  }
}
