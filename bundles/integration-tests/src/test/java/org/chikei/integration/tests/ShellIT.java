package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell of the executable jar, fed by a pipe and at a terminal. */
@Timeout(120)
class ShellIT {
  private static final String JOB =
      """
      title: Butane in a shell
      source: {trajectory: %s, structure: %s, temperature: 300}
      coordinates: [{name: phi, type: torsion, atoms: [1, 2, 3, 4]}]
      analysis: [{step: free-energy, of: phi}]
      """;

  @TempDir Path folder;

  private Outcome shell(String... lines) throws IOException, InterruptedException {
    return shell(List.of(), lines);
  }

  private Outcome shell(List<String> options, String... lines)
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("job.yaml"),
        JOB.formatted(
            Repository.data("butane.trr").toAbsolutePath(),
            Repository.data("butane.pdb").toAbsolutePath()));
    String[] arguments = new String[options.size() + 1];
    arguments[0] = "shell";
    for (int k = 0; k < options.size(); k++) {
      arguments[k + 1] = options.get(k);
    }
    Process process = ExecutableJar.start(folder, arguments);
    try (OutputStream in = process.getOutputStream()) {
      in.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return ExecutableJar.end(process, folder);
  }

  @Test
  void aJobIsCheckedRunAndLookedAt() throws Exception {
    Outcome outcome =
        shell(
            "chikei:list -k step",
            "describe torsion",
            "check job.yaml",
            "run -o results job.yaml",
            "jobs",
            "status 1",
            "results 1",
            "cancel 1");
    assertEquals(0, outcome.status(), outcome::errors);
    assertEquals("", outcome.errors());
    String output = outcome.output();
    assertTrue(output.contains("step  comparison"), output);
    assertTrue(output.contains("Formula: φ = atan2"), output);
    assertTrue(output.contains("free-energy phi"), output);
    assertTrue(output.contains("phi (free-energy): G of phi is lowest at phi = "), output);
    assertTrue(output.contains("1  finished"), output);
    assertTrue(output.contains("job 1 is over already"), output);
    assertTrue(Files.exists(folder.resolve("results/phi.free-energy.csv")));
  }

  @Test
  void whatFailsIsOneSentenceAndTheStatusSaysSo() throws Exception {
    Outcome outcome = shell("status 7", "describe nonsense", "run nowhere.yaml", "jobs");
    assertEquals(4, outcome.status());
    assertTrue(outcome.errors().contains("there is no job 7; see 'jobs'"), outcome::errors);
    assertTrue(outcome.errors().contains("'nonsense' is not installed"), outcome::errors);
    assertTrue(outcome.errors().contains("nowhere.yaml"), outcome::errors);
    assertEquals(3, outcome.errors().lines().count(), outcome::errors);
    assertTrue(outcome.output().contains("1  failed"), outcome::output);
  }

  @Test
  void anExtensionsCoordinateStepAndWriterAreUsedInAJob() throws Exception {
    Files.createDirectory(folder.resolve("extensions"));
    Files.copy(Repository.extension(), folder.resolve("extensions/example.jar"));
    Files.writeString(
        folder.resolve("mine.yaml"),
        JOB.formatted(
                Repository.data("butane.trr").toAbsolutePath(),
                Repository.data("butane.pdb").toAbsolutePath())
            .replace(
                "coordinates: [", "coordinates: [{name: hop, type: transfer, atoms: [1, 2, 3]}, ")
            .replace(
                "analysis: [",
                "output: {formats: [csv, markdown]}\n"
                    + "analysis: [{step: comparison, of: phi, name: both}, {step: half-life, of: phi,"
                    + " comparison: both, name: lives}, {step: comparison, of: hop}, "));
    Outcome outcome = shell(List.of("--bundles", "extensions"), "run -o results mine.yaml", "list");
    assertEquals(0, outcome.status(), outcome::errors);
    assertTrue(
        outcome.output().contains("lives (half-life): The longest-lived basin lasts for at least"),
        outcome::output);
    assertTrue(outcome.output().contains("org.chikei.extension-example 0.1.0"), outcome::output);
    String findings = Files.readString(folder.resolve("results/findings.md"));
    assertTrue(findings.startsWith("# Butane in a shell"), findings);
    assertTrue(findings.contains("## hop (comparison)"), findings);
    assertFalse(Files.exists(folder.resolve("results/report.html")));
  }

  @Test
  void whatACommandPrintsCanBePickedFrom() throws Exception {
    Outcome outcome = shell("list -k coordinate | grep 'dihedral angle'");
    assertEquals(0, outcome.status(), outcome::errors);
    List<String> lines = outcome.output().lines().toList();
    assertEquals(1, lines.size(), outcome::output);
    assertTrue(lines.get(0).startsWith("coordinate  torsion "), outcome::output);
  }

  @Test
  void atATerminalTheTabKeyCompletesCommandsTypesAndFiles() throws Exception {
    Files.writeString(folder.resolve("analysis.yaml"), "source: none\n");
    try (PseudoTerminal terminal =
        new PseudoTerminal(
            folder,
            folder.resolve("screen"),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            Path.of(System.getProperty("chikei.jar")).toAbsolutePath().toString(),
            "shell")) {
      terminal.type("chikei>", "desc\ttors\t\r");
      terminal.type("nearest-image", "chec\tana\t\r");
      terminal.type("analysis.yaml:1:", "list --k\tcoo\t | grep dihedral\r");
      terminal.type("coordinate  torsion", "exit\r");
      terminal.end();
    }
  }
}
