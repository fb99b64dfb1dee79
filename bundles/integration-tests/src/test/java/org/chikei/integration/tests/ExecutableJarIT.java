package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.chikei.integration.tests.probe.PatientCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar, run as a user runs it. */
class ExecutableJarIT {

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeftInTheTemporaryFolder() throws IOException {
    try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void itTellsItsVersion() throws Exception {
    Outcome outcome = ExecutableJar.run(folder, "--version");
    assertEquals(0, outcome.status(), outcome::errors);
    assertTrue(outcome.output().startsWith("Chikei 0.1.0"), outcome::output);
    assertEquals("", outcome.errors());
  }

  @Test
  void itTellsWhatItCanDo() throws Exception {
    Outcome outcome = ExecutableJar.run(folder, "--help");
    assertEquals(0, outcome.status(), outcome::errors);
    assertTrue(outcome.output().contains("list"), outcome::output);
    assertEquals("", outcome.errors());
  }

  @Test
  void aWordThatIsNoCommandIsRefusedInOneLine() throws Exception {
    Outcome outcome = ExecutableJar.run(folder, "lst");
    assertEquals(2, outcome.status());
    assertEquals("", outcome.output());
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
    assertTrue(outcome.errors().contains("lst"), outcome::errors);
  }

  @Test
  void aFolderOfBundlesThatIsNotThereIsRefusedInOneLine() throws Exception {
    Outcome outcome = ExecutableJar.run(folder, "list", "--bundles", "nowhere");
    assertEquals(2, outcome.status());
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
    assertTrue(outcome.errors().contains("nowhere"), outcome::errors);
  }

  @Test
  void aFileThatIsNoBundleIsRefusedInOneLine() throws Exception {
    Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("a.jar"), "no jar");
    Outcome outcome = ExecutableJar.run(folder, "list", "--bundles=mine");
    assertEquals(2, outcome.status());
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
    assertTrue(outcome.errors().contains("a.jar"), outcome::errors);
  }

  @Test
  void aJobToBeginWithCanBeCheckedAndRun() throws Exception {
    String structure = Repository.data("ala2.pdb").toAbsolutePath().toString();
    String trajectory = Repository.data("ala2.trr").toAbsolutePath().toString();
    Outcome suggested = ExecutableJar.run(folder, "suggest", structure);
    assertEquals(0, suggested.status(), suggested::errors);
    assertTrue(suggested.output().contains("{name: phi_2, type: torsion, atoms: [5, 7, 9, 15]}"));

    assertEquals(0, ExecutableJar.run(folder, "init", structure, trajectory).status());
    Outcome again = ExecutableJar.run(folder, "init", structure, trajectory);
    assertEquals(3, again.status());
    assertEquals(1, again.errors().lines().count(), again::errors);
    assertTrue(again.errors().contains("job.yaml: is there already"), again::errors);

    Outcome checked = ExecutableJar.run(folder, "check", "job.yaml");
    assertEquals(0, checked.status(), checked::errors);
    Outcome ran = ExecutableJar.run(folder, "run", "job.yaml", "--quiet");
    assertEquals(0, ran.status(), ran::errors);
    assertTrue(Files.exists(folder.resolve("results/phi_2.comparison.csv")));
  }

  @Test
  void aFaultOfTheProgramIsOneLineUnlessTheTraceIsAskedFor() throws Exception {
    Outcome brief = ExecutableJar.run(folder, "--bundles", patientCommand(), "fail");
    assertEquals(1, brief.status());
    assertEquals("chikei: the sky fell", brief.errors().strip());

    Outcome traced = ExecutableJar.run(folder, "--debug", "--bundles", patientCommand(), "fail");
    assertEquals(1, traced.status());
    assertTrue(traced.errors().contains("at " + PatientCommand.class.getName()), traced::errors);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no other process's Ctrl-C")
  void anInterruptLetsTheCommandTidyUpAndEndsWithStatus130() throws Exception {
    Process process = ExecutableJar.start(folder, "--bundles", patientCommand(), "wait");
    while (!Files.readString(folder.resolve("output")).contains("waiting")) {
      assertTrue(process.isAlive());
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Outcome outcome = ExecutableJar.end(process, folder);
    assertEquals(130, outcome.status());
    assertEquals(List.of("waiting", "tidied", "stopped"), outcome.output().lines().toList());
    assertEquals("", outcome.errors());
  }

  @Test
  void nothingIsWrittenBesideTheOutput() throws Exception {
    ExecutableJar.run(folder, "list");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("errors", "output", "temporary"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
    assertFalse(Files.exists(folder.resolve("felix-cache")));
  }

  /** A folder with the bundle that waits. */
  private String patientCommand() throws IOException {
    Path bundles = folder.resolve("bundles");
    if (!Files.exists(bundles)) {
      TestBundle.write(
          Files.createDirectory(bundles).resolve("patient.jar"),
          PatientCommand.class,
          "Bundle-Activator",
          PatientCommand.class.getName(),
          "Import-Package",
          "org.osgi.framework");
    }
    return bundles.toString();
  }
}
