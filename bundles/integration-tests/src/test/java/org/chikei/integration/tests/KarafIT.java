package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a real Apache Karaf that may ask nobody for anything. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Karaf is started by its shell script")
@Timeout(300)
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

  private static Path job(String name, String coordinate) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        source: {trajectory: %s, structure: %s, temperature: 300}
        coordinates: [%s]
        analysis: [{step: comparison, of: x}]
        """
            .formatted(
                Repository.data("butane.trr").toAbsolutePath(),
                Repository.data("butane.pdb").toAbsolutePath(),
                coordinate));
  }

  @Test
  void installRunExtendAndUninstall() throws Exception {
    client("kar:install " + KAR.toUri());
    List<String> missing = new ArrayList<>();
    String features = client("feature:list -i");
    for (String feature :
        List.of("core", "structure", "formats", "coordinates", "landscape", "memory", "shell")) {
      if (!features.contains("chikei-" + feature)) {
        missing.add(feature);
      }
    }
    assertEquals(List.of(), missing, features);

    Path torsion = job("torsion.yaml", "{name: x, type: torsion, atoms: [1, 2, 3, 4]}");
    String found = client("chikei:run -o " + folder.resolve("torsion") + " " + torsion);
    assertTrue(found.contains("Along x, G and Vm differ"), found);
    assertTrue(Files.exists(folder.resolve("torsion/report.html")));
    assertTrue(client("chikei:jobs").contains("1  finished"));

    Path transfer = job("transfer.yaml", "{name: x, type: transfer, atoms: [1, 2, 3]}");
    String before = client("chikei:run " + transfer);
    assertTrue(before.contains("'transfer' is no coordinate type"), before);
    client("bundle:install -s " + Repository.extension().normalize().toUri());
    String with = client("chikei:run -o " + folder.resolve("transfer") + " " + transfer);
    assertTrue(with.contains("x (comparison):"), with);
    client("bundle:uninstall org.chikei.extension-example");
    String after = client("chikei:run " + transfer);
    assertTrue(after.contains("'transfer' is no coordinate type"), after);
    assertFalse(client("chikei:list").contains("extension-example"));
  }
}
