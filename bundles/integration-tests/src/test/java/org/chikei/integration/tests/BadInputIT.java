package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be run ends with one clear line, the right status and nothing left behind. */
class BadInputIT {
  private static final int BAD_JOB = 2;
  private static final int BAD_INPUT = 3;

  /** Bytes of a frame of ala2.trr, and where within it things stand. */
  private static final int FRAME = 912;

  private static final int ATOMS = 24 + 4 * 10;
  private static final int POSITIONS = 24 + 52 + 8 + 36;

  private static final String JOB =
      """
      source: {trajectory: good.trr, structure: ala2.pdb, temperature: 300}
      coordinates: [{name: cc, type: distance, atoms: [9, 15]}]
      analysis: [{step: comparison, of: cc}]
      output: {directory: out}
      """;

  @TempDir Path folder;
  private final Map<Path, String> refused = new LinkedHashMap<>();
  private byte[] good;

  @BeforeEach
  void copyGoodInput() throws IOException {
    good = Arrays.copyOf(Files.readAllBytes(Repository.data("ala2.trr")), 100 * FRAME);
    Files.write(folder.resolve("good.trr"), good);
    Files.copy(Repository.data("ala2.xtc"), folder.resolve("good.xtc"));
    Files.copy(Repository.data("ala2.pdb"), folder.resolve("ala2.pdb"));
  }

  @Test
  void theJobThatTheseTestsSpoilIsGood() throws Exception {
    Outcome outcome = run(JOB);
    assertEquals(0, outcome.status(), outcome::errors);
    assertTrue(Files.exists(folder.resolve("out/results.json")));
  }

  @Test
  void aBadJobIsRefusedWithItsPlace() throws Exception {
    job(JOB.replace("9, 15", "0, 15"), "coordinates[0].atoms[0]");
    job(JOB.replace("9, 15", "9, 23"), "coordinates[0].atoms[1]");
    job(JOB.replace("structure", "strcture"), "'structure'");
    job(JOB.replace("distance", "distanse"), "'distance'");
    job(JOB.replace("comparison", "comparisn"), "'comparison'");
    job(JOB.replace("300", "-300"), "source.temperature");
    job(JOB.replace("300", "cold"), "source.temperature");
    job(JOB.replace("300", ".nan"), "source.temperature");
    job(JOB.replace("of: cc", "of: dd"), "analysis[0].of");
    job(JOB.replace("of: cc", "of: cc, bins: 0"), "analysis[0].bins");
    job(JOB.replace("9, 15]}", "9, 15}"), "YAML");
    job("[".repeat(20_000), "nested");
    job("", "empty");
    assertAllRefused(BAD_JOB);
  }

  @Test
  void aFileCannotBeTheFolderOfResults() throws Exception {
    Files.writeString(folder.resolve("job.yaml"), JOB);
    Outcome outcome = ExecutableJar.run(work(), "run", "../job.yaml", "--output", "../ala2.pdb");
    assertEquals(BAD_JOB, outcome.status(), outcome::errors);
    assertEquals(1, outcome.errors().lines().count(), outcome::errors);
    assertEquals(-1, Files.mismatch(Repository.data("ala2.pdb"), folder.resolve("ala2.pdb")));
  }

  @Test
  void everythingThatIsWrongWithAJobIsToldAtOnce() throws Exception {
    String job = JOB.replace("300", "-1").replace("[9, 15]", "[0, 15]").replace("of: cc", "of: c");
    Outcome outcome = run(job);
    assertEquals(BAD_JOB, outcome.status());
    assertEquals(3, outcome.errors().lines().count(), outcome::errors);
    assertTrue(
        outcome.errors().lines().allMatch(line -> line.contains("job.yaml:")), outcome::errors);
  }

  @Test
  void inputThatIsNotThereOrDoesNotFitIsNamed() throws Exception {
    Files.copy(Repository.data("butane.pdb"), folder.resolve("butane.pdb"));
    job(JOB.replace("good.trr", "missing.trr"), "missing.trr");
    job(JOB.replace("ala2.pdb", "missing.pdb"), "missing.pdb");
    job(JOB.replace("good.trr", "'*.dcd'"), "*.dcd");
    job(JOB.replace("of: cc", "of: cc, range: [5, 6]"), "cc");
    job(JOB.replace("temperature", "begin: 900, temperature"), "begin");
    job(JOB.replace("good.trr", "good.xtc") + "kinetics: direct\n", "velocities");
    job(JOB.replace("ala2.pdb", "butane.pdb").replace("9, 15", "1, 4"), "22 atoms");
    assertAllRefused(BAD_INPUT);
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    for (int bytes : new int[] {0, 1, 30, 70, 500, FRAME - 1}) {
      trajectory("trr-cut-at-" + bytes, Arrays.copyOf(good, bytes));
    }
    byte[] packed = Files.readAllBytes(Repository.data("ala2.xtc"));
    for (int bytes : new int[] {1, 50, 90, 150}) {
      trajectory("xtc-cut-at-" + bytes, Arrays.copyOf(packed, bytes));
    }
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    trajectory("noise", noise);
    for (int atoms : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      byte[] huge = good.clone();
      ByteBuffer.wrap(huge).putInt(ATOMS, atoms);
      trajectory("with-" + atoms + "-atoms", huge);
    }
    byte[] noNumber = good.clone();
    ByteBuffer.wrap(noNumber).putFloat(5 * FRAME + POSITIONS + 8 * 12, Float.NaN);
    trajectory("no-number", noNumber);
    byte[] flipped = good.clone();
    flipped[40 * FRAME] ^= 4;
    trajectory("flipped-in-trr", flipped);
    packed[52] ^= 4;
    trajectory("flipped-in-xtc", packed);
    assertAllRefused(BAD_INPUT);
  }

  @Test
  void allFramesBeforeACutLastOneAreUsed() throws Exception {
    Files.write(folder.resolve("good.trr"), Arrays.copyOf(good, 10 * FRAME - 1));
    Outcome outcome = run(JOB);
    assertEquals(0, outcome.status(), outcome::errors);
    assertTrue(outcome.errors().startsWith("warning: "), outcome::errors);
    assertTrue(outcome.errors().lines().findFirst().orElseThrow().contains("good.trr"));
    Table table = Table.read(folder.resolve("out/cc.comparison.csv"));
    assertEquals(9, Arrays.stream(table.column("count")).sum());
  }

  @Test
  void olderResultsStayWhereARunFails() throws Exception {
    Path older = Files.createDirectory(folder.resolve("out")).resolve("results.json");
    Files.writeString(older, "older");
    assertEquals(BAD_INPUT, run(JOB.replace("good.trr", "missing.trr")).status());
    assertEquals("older", Files.readString(older));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 1500})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no other process's Ctrl-C")
  void anInterruptLeavesNothing(int milliseconds) throws Exception {
    String many =
        Stream.generate(() -> Repository.data("butane.trr").toAbsolutePath().toString())
            .limit(400)
            .collect(Collectors.joining(", ", "[", "]"));
    Files.copy(Repository.data("butane.pdb"), folder.resolve("butane.pdb"));
    String job =
        JOB.replace("good.trr", many).replace("ala2.pdb", "butane.pdb").replace("9, 15", "1, 4");
    Files.writeString(folder.resolve("job.yaml"), job);
    Process process = ExecutableJar.start(work(), "run", "../job.yaml");
    Thread.sleep(milliseconds);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Outcome outcome = ExecutableJar.end(process, work());
    assertEquals(130, outcome.status());
    assertTrue(outcome.errors().lines().count() <= 1, outcome::errors);
    assertNoTrace(outcome);
    assertNothingLeft();
  }

  /** A job that is to be refused with a line that holds some words. */
  private void job(String text, String words) throws IOException {
    Path job = folder.resolve("job" + refused.size() + ".yaml");
    Files.writeString(job, text);
    refused.put(job, words);
  }

  /** A trajectory that is to be refused with a line that holds its name. */
  private void trajectory(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    job(JOB.replace("good.trr", name), name);
  }

  /** Runs all of them, one after the other, in one process. */
  private void assertAllRefused(int status) throws Exception {
    List<String> command = new ArrayList<>(List.of("run", "--output", "../out"));
    refused.keySet().forEach(job -> command.add(job.toString()));
    Outcome outcome = ExecutableJar.run(work(), command.toArray(String[]::new));
    assertEquals(status, outcome.status(), outcome::errors);
    assertEquals(refused.size(), outcome.errors().lines().count(), outcome::errors);
    Iterator<String> lines = outcome.errors().lines().iterator();
    for (String words : refused.values()) {
      String line = lines.next();
      assertTrue(line.contains(words), () -> line + " does not tell of " + words);
    }
    assertNoTrace(outcome);
    assertNothingLeft();
  }

  private Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  private Outcome run(String job) throws Exception {
    Files.writeString(folder.resolve("job.yaml"), job);
    return ExecutableJar.run(work(), "run", "../job.yaml", "--quiet");
  }

  private static void assertNoTrace(Outcome outcome) {
    assertTrue(
        outcome.errors().lines().noneMatch(l -> l.contains("Exception") || l.startsWith("\tat ")),
        outcome::errors);
  }

  private void assertNothingLeft() throws IOException {
    Set<String> left = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.map(path -> folder.relativize(path).toString())
          .filter(name -> name.startsWith("out") || name.startsWith("work/temporary/"))
          .forEach(left::add);
    }
    assertEquals(Set.of(), left);
  }
}
