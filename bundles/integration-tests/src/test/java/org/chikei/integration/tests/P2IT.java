package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** p2's own director installs the feature beside the bundles of a workbench, which then starts. */
@EnabledIfSystemProperty(named = "p2", matches = ".+", disabledReason = "in the profile p2 alone")
@Timeout(300)
class P2IT {
  private static final long SECONDS = 120;

  @TempDir Path folder;

  private Process process;

  @AfterEach
  void stop() throws Exception {
    process.destroyForcibly();
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void aWorkbenchInstallsTheFeatureAndRunsJobs() throws Exception {
    Path built = Path.of(System.getProperty("p2")).normalize();
    Path installed = folder.resolve("installed");
    List<String> units = WorkbenchUnits.write(folder.resolve("workbench"));
    List<String> wanted = new ArrayList<>(units);
    wanted.add("org.eclipse.osgi");
    wanted.add("org.eclipse.equinox.simpleconfigurator");
    wanted.add("org.eclipse.equinox.console");
    wanted.add("org.chikei.feature.group");
    direct(
        built.resolve("director"),
        "-repository",
        Stream.of(folder.resolve("workbench"), built.resolve("workbench-p2"), built.resolve("p2"))
            .map(repository -> repository.toUri().toString())
            .collect(Collectors.joining(",")),
        "-installIU",
        String.join(",", wanted),
        "-destination",
        installed.toString(),
        "-bundlepool",
        installed.toString(),
        "-profile",
        "workbench",
        "-roaming");

    Path screen = folder.resolve("screen");
    process =
        java(
            screen,
            List.of(
                "-Declipse.ignoreApp=true",
                "-Dosgi.noShutdown=true",
                "-Dosgi.install.area=" + installed.toUri(),
                "-jar",
                framework(installed.resolve("plugins")).toString(),
                "-console",
                "-configuration",
                installed.resolve("configuration").toString()));
    HostConsole console = new HostConsole(process, process.getOutputStream(), screen);
    console.await("g! ");
    // the console is there before all bundles are started
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!own(console).stream().allMatch(line -> line.contains("|Active"))) {
      assertTrue(System.nanoTime() < end, () -> "not all bundles are started");
      Thread.sleep(200);
    }
    new ConsoleStory(console, folder).tell("equinox:install -start", "equinox:uninstall");
    console.type("equinox:exit\ny\n");
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the workbench does not stop");
    assertEquals(0, process.exitValue());
  }

  /** Our bundles and their states. */
  private static List<String> own(HostConsole console) throws Exception {
    String bundles = console.say("felix:lb -s org.chikei");
    List<String> own = bundles.lines().filter(line -> line.contains("org.chikei.")).toList();
    assertTrue(own.size() > 10, bundles);
    return own;
  }

  /** Has the director do something; its framework stays when it is done. */
  private void direct(Path bundles, String... arguments) throws Exception {
    Path configuration = Files.createDirectories(folder.resolve("director"));
    List<String> plugins = new ArrayList<>();
    try (Stream<Path> jars = Files.list(bundles)) {
      for (Path jar : jars.sorted().toList()) {
        if (!jar.equals(framework(bundles))) {
          plugins.add("reference:" + jar.toUri() + start(jar));
        }
      }
    }
    Files.writeString(
        configuration.resolve("config.ini"),
        """
        osgi.bundles=%s
        osgi.bundles.defaultStartLevel=4
        org.osgi.framework.bootdelegation=*
        eclipse.application=org.eclipse.equinox.p2.director
        """
            .formatted(String.join(",", plugins)));
    Path said = folder.resolve("said");
    List<String> command =
        new ArrayList<>(
            List.of(
                "-jar",
                framework(bundles).toString(),
                "-consoleLog",
                "-configuration",
                configuration.toString()));
    command.addAll(List.of(arguments));
    process = java(said, command);
    new HostConsole(process, process.getOutputStream(), said).await("Operation completed");
    stop();
  }

  private Process java(Path output, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** When to start a bundle; what others have their services from comes first. */
  private static String start(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getManifest().getMainAttributes().getValue("Fragment-Host") != null) {
        return "";
      }
    }
    return jar.getFileName().toString().matches(".*(felix.scr|equinox.common)-.*")
        ? "@2:start"
        : "@start";
  }

  private static Path framework(Path plugins) throws IOException {
    try (Stream<Path> jars = Files.list(plugins)) {
      return jars.filter(jar -> jar.getFileName().toString().matches("org\\.eclipse\\.osgi[-_]3.*"))
          .findFirst()
          .orElseThrow();
    }
  }
}
