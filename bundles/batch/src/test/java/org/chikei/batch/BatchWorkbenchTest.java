package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.chikei.api.InputException;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.Checkpoints;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.structure.Structure;
import org.chikei.batch.fake.FakeCoordinates;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.fake.FakeStructures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class BatchWorkbenchTest {
  private static final String COORDINATES =
      """
      coordinates:
        - {name: d, type: span, atoms: [1, 2]}
        - {name: e, type: span, atoms: [2, D.D]}
        - {name: p, type: product, of: [d, e]}
      """;
  private static final String JOB =
      """
      source: {trajectory: a.fake, structure: four.atoms, temperature: 300}
      """
          + COORDINATES
          + """
            analysis:
              - {step: record, of: d, halo: 3}
              - {step: record, of: [p, d]}
            """;

  @TempDir Path folder;
  private final FakeRegistry registry =
      FakeRegistry.full().add(FakeCoordinates.KIND, "failing", new FakeCoordinates.Failing());
  private final BatchWorkbench workbench = new BatchWorkbench(registry);

  @BeforeEach
  void writeInput() throws IOException {
    write("four.atoms", "ATOMS\nC A A\nC B B\nC C C\nC D D\n");
    write("a.fake", "FAKE\nframes=5000\nbatch=333\ngaps=1500,2524,2525\n");
  }

  @AfterEach
  void everythingIsGivenBackAndNoThreadIsLeft() throws InterruptedException {
    SpoiledJobs.noThreadIsLeft();
    assertEquals(0, registry.borrowed());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private JobOutcome run(String job, int threads, JobMonitor monitor)
      throws JobException, IOException, JobCancelledException {
    Path file = write("job.yaml", job);
    return workbench.run(
        new JobRequest(file, Map.of(), Optional.of(folder.resolve("out")), threads), monitor);
  }

  private JobOutcome run(String job) throws JobException, IOException, JobCancelledException {
    return run(job, 2, JobMonitor.NONE);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private void assertNothingIsWritten() throws IOException {
    assertEquals(List.of("a.fake", "four.atoms", "job.yaml"), left());
  }

  private static String source(String rest) {
    return JOB.replace("temperature: 300", "temperature: 300, " + rest);
  }

  private static String onlyStep(String step) {
    return "source: {trajectory: a.fake, structure: four.atoms, temperature: 300}\n"
        + COORDINATES
        + "analysis: ["
        + step
        + "]\n";
  }

  @Test
  void resultsHaveTheSameBytesForAnyNumberOfThreads() throws Exception {
    run(JOB, 1, JobMonitor.NONE);
    String first = Files.readString(folder.resolve("out/d.record.csv"));
    String second = Files.readString(folder.resolve("out/p-d.record.csv"));
    assertEquals(5002, first.lines().count());
    for (int threads : new int[] {2, 7}) {
      run(JOB, threads, JobMonitor.NONE);
      assertEquals(first, Files.readString(folder.resolve("out/d.record.csv")));
      assertEquals(second, Files.readString(folder.resolve("out/p-d.record.csv")));
    }
    assertEquals(List.of("a.fake", "four.atoms", "job.yaml", "out"), left());
  }

  @Test
  void atomsThatAreHandedOverStandInForTheStructureFile() throws Exception {
    run(JOB);
    String fromFile = Files.readString(folder.resolve("out/p-d.record.csv"));
    Structure atoms = new FakeStructures().read(folder.resolve("four.atoms"));
    Files.delete(folder.resolve("four.atoms"));
    for (String job : List.of(JOB, JOB.replace(" structure: four.atoms,", ""))) {
      Path file = write("job.yaml", job);
      JobRequest request =
          new JobRequest(file, Map.of(), Optional.of(folder.resolve("out")), 2)
              .withStructure(atoms);
      assertEquals(2, workbench.check(request).steps().size());
      JobOutcome outcome = workbench.run(request, JobMonitor.NONE);
      assertEquals(fromFile, Files.readString(folder.resolve("out/p-d.record.csv")));
      assertEquals(
          List.of("a.fake"), outcome.result().inputs().stream().map(i -> i.path()).toList());
      assertTrue(
          outcome.result().notes().stream().anyMatch(n -> n.contains("were handed over")),
          outcome.result().notes()::toString);
    }
  }

  @Test
  void samplesComeInTheOrderOfTheInput() throws Exception {
    JobOutcome outcome = run(JOB, 7, JobMonitor.NONE);
    double[] times = outcome.result().steps().get(0).tables().get(0).column("t").values();
    double[] segments = outcome.result().steps().get(0).tables().get(0).column("segment").values();
    for (int k = 1; k < times.length; k++) {
      assertTrue(times[k] > times[k - 1]);
      assertTrue(segments[k] >= segments[k - 1]);
    }
    assertEquals(4, outcome.result().steps().get(0).fields().get("segments"));
    assertEquals(5000L, outcome.result().steps().get(0).fields().get("frames"));
    assertEquals(1024, outcome.result().steps().get(0).fields().get("pilot"));
  }

  @Test
  void aBadFrameFailsTheJobAndLeavesNothing() throws Exception {
    write("a.fake", "FAKE\nframes=5000\nbad=3001\n");
    for (int threads : new int[] {1, 2, 7}) {
      InputException e =
          assertThrows(InputException.class, () -> run(JOB, threads, JobMonitor.NONE));
      assertTrue(e.getMessage().contains("frame 3001"), e.getMessage());
    }
    assertNothingIsWritten();
  }

  @Test
  void aFaultAfterTheEndThatIsAskedForDoesNotMatter() throws Exception {
    write("a.fake", "FAKE\nframes=5000\ndamaged=3000\nspacing=1\n");
    InputException e = assertThrows(InputException.class, () -> run(JOB));
    assertTrue(e.getMessage().contains("frame 3000"), e.getMessage());
    JobOutcome outcome = run(source("end: 2500"));
    assertEquals(2501L, outcome.result().steps().get(0).fields().get("frames"));
    assertTrue(
        outcome.result().warnings().stream()
            .anyMatch(w -> w.endsWith("was left out, since it comes after 'source.end'")),
        outcome.result().warnings()::toString);
  }

  @Test
  void aStepThatFailsLeavesTheOthers() throws Exception {
    for (String at : List.of("look", "collect", "finish", "stack", "throw-merge")) {
      JobOutcome outcome = run(JOB + "  - {step: fail, of: e, at: " + at + "}\n");
      assertEquals(2, outcome.result().steps().size());
      assertEquals(1, outcome.result().failures().size());
      assertFalse(outcome.result().failures().get("fail e").contains("\n"));
    }
  }

  private JobOutcome runWithin(Duration patience, String job) throws Exception {
    Path file = write("job.yaml", job);
    return workbench.run(
        new JobRequest(
            file,
            Map.of(),
            Optional.of(folder.resolve("out")),
            2,
            Optional.empty(),
            Checkpoints.USUAL,
            patience,
            Optional.empty()),
        JobMonitor.NONE);
  }

  private String recorded() throws IOException {
    return Files.readString(folder.resolve("out/d.record.csv"))
        + Files.readString(folder.resolve("out/p-d.record.csv"));
  }

  @Test
  void aLimitBelowASecondIsToldAsItIs() throws Exception {
    JobOutcome outcome =
        runWithin(Duration.ofMillis(500), JOB + "  - {step: fail, of: e, at: stuck}\n");
    String why = outcome.result().failures().get("fail e");
    assertTrue(why.startsWith("the step did not come back within 0.5 s from the frames"), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hang | did not finish within 1 s and was given up; its thread 'chikei-batch-finish-e' may"
            + " still run. Give it more time, or tell the makers of org.chikei.fake 1.0.0",
        "stuck-look | the step did not come back within 1 s at the first look and was given up;"
            + " a thread may still run in it. Give it more time, or tell the makers of"
            + " org.chikei.fake 1.0.0",
        "stuck | the step did not come back within 1 s from the frames that begin with frame * of"
            + " a.fake and was given up; a thread may still run in it. Give it more time, or tell"
            + " the makers of org.chikei.fake 1.0.0",
        "merge | the step did not come back within 1 s from merging and was given up; a thread may"
            + " still run in it. Give it more time, or tell the makers of org.chikei.fake 1.0.0"
      })
  void aStepThatDoesNotComeBackIsGivenUpAloneAndTheOthersResultsAreWritten(String at, String why)
      throws Exception {
    run(JOB);
    String without = recorded();
    JobOutcome outcome =
        runWithin(Duration.ofSeconds(1), JOB + "  - {step: fail, of: e, at: " + at + "}\n");
    assertEquals(2, outcome.result().steps().size());
    assertEquals(
        why, outcome.result().failures().get("fail e").replaceAll("frame \\d+ of", "frame * of"));
    assertEquals(without, recorded());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hanging | 0 | the coordinate 'f' did not come back within 1 s at the first look and was",
        "hanging | 1000 | the coordinate 'f' did not come back within 1 s at the first look and was",
        "hanging | 40000 | the coordinate 'f' did not come back within 1 s from the frames that begin",
        "throwing | 0 | a coordinate failed: IllegalStateException (no more)",
        "throwing | 40000 | a coordinate failed: IllegalStateException (no more)"
      })
  void aCoordinateThatFailsSpoilsItsOwnStepsAlone(String by, int after, String why)
      throws Exception {
    run(JOB);
    String without = recorded();
    String coordinate =
        "  - {name: f, type: failing, atoms: [1, 2], after: " + after + ", by: " + by + "}\n";
    String job =
        JOB.replace(COORDINATES, COORDINATES + coordinate)
            + "  - {step: record, of: f}\n  - {step: record, of: [d, f]}\n";
    JobOutcome outcome = runWithin(Duration.ofSeconds(1), job);
    assertEquals(
        List.of("d", "p-d"), outcome.result().steps().stream().map(step -> step.name()).toList());
    assertEquals(
        Set.of("record f", "record d-f"), outcome.result().failures().keySet(), by + after);
    for (String failure : outcome.result().failures().values()) {
      assertTrue(failure.startsWith(why), failure);
    }
    assertEquals(without, recorded());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40_000})
  void aCoordinateThatIsNoNumberLeavesTheOthersAsTheyAre(int after) throws Exception {
    run(JOB);
    String without = recorded();
    String coordinate =
        "  - {name: f, type: failing, atoms: [1, 2], after: " + after + ", by: nan}\n";
    JobOutcome outcome =
        run(JOB.replace(COORDINATES, COORDINATES + coordinate) + "  - {step: record, of: f}\n");
    assertEquals(without, recorded());
    assertTrue(
        outcome.result().warnings().stream().anyMatch(w -> w.contains("'f'")),
        outcome.result().warnings()::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stuck-look", "stuck", "merge"})
  void whoeverCancelsWaitsForNoCall(String at) {
    assertThrows(
        JobCancelledException.class,
        () -> run(onlyStep("{step: fail, of: e, at: " + at + "}"), 2, cancelledAfterASecond()));
  }

  @Test
  void whoeverCancelsWaitsForNoCoordinateAtTheFirstLook() {
    String coordinate = "  - {name: f, type: failing, atoms: [1, 2], after: 0, by: hanging}\n";
    String job = JOB.replace(COORDINATES, COORDINATES + coordinate) + "  - {step: record, of: f}\n";
    assertThrows(JobCancelledException.class, () -> run(job, 2, cancelledAfterASecond()));
  }

  private static JobMonitor cancelledAfterASecond() {
    long began = System.nanoTime();
    return new JobMonitor() {
      @Override
      public boolean cancelled() {
        return System.nanoTime() - began > 1_000_000_000L;
      }
    };
  }

  @Test
  void whoeverCancelsWaitsForNoStep() throws Exception {
    AtomicBoolean finishing = new AtomicBoolean();
    JobMonitor impatient =
        new JobMonitor() {
          @Override
          public void phase(String description) {
            finishing.set(description.equals("finishing"));
          }

          @Override
          public boolean cancelled() {
            return finishing.get();
          }
        };
    assertThrows(
        JobCancelledException.class,
        () -> run(onlyStep("{step: fail, of: e, at: hang}"), 1, impatient));
    assertNothingIsWritten();
  }

  @Test
  void aJobWithoutAnySampleIsRefusedAndNothingIsWritten() throws Exception {
    InputException e =
        assertThrows(InputException.class, () -> run(onlyStep("{step: fail, of: d, at: finish}")));
    assertEquals(
        "no step gave a result, so nothing was written; fail d: no sample", e.getMessage());
    assertNothingIsWritten();
    InputException none = assertThrows(InputException.class, () -> run(source("begin: 1e6")));
    assertEquals("a.fake: no frame lies between source.begin and source.end", none.getMessage());
    assertNothingIsWritten();
  }

  @Test
  void aStepThatNeedsAnotherIsFinishedAfterIt() throws Exception {
    JobOutcome outcome =
        run(onlyStep("{step: record, of: d, needs: later}, {step: record, of: e, name: later}"));
    assertEquals(
        List.of("d", "later"), outcome.result().steps().stream().map(s -> s.name()).toList());
    JobOutcome failed =
        run(
            onlyStep(
                "{step: record, of: d, needs: later}, {step: fail, of: e, name: later, at: look},"
                    + " {step: record, of: e}"));
    assertEquals(
        "needs the result of 'later', which gave none", failed.result().failures().get("record d"));
  }

  @Test
  void aProviderThatLeavesFailsItsStepAlone() throws Exception {
    JobOutcome outcome =
        run(
            onlyStep("{step: record, of: d}, {step: record, of: p}"),
            1,
            new JobMonitor() {
              @Override
              public void progress(long frames, double fraction) {
                if (frames > 2000) {
                  registry.remove("product");
                }
              }
            });
    assertEquals(List.of("d"), outcome.result().steps().stream().map(s -> s.name()).toList());
    assertEquals(
        "the bundle org.chikei.fake 1.0.0, which provides 'product', left during the run",
        outcome.result().failures().get("record p"));
  }

  @Test
  void aCancelledJobLeavesNothing() throws Exception {
    JobMonitor impatient =
        new JobMonitor() {
          private volatile boolean enough;

          @Override
          public void progress(long frames, double fraction) {
            enough = frames > 1024;
          }

          @Override
          public boolean cancelled() {
            return enough;
          }
        };
    assertThrows(JobCancelledException.class, () -> run(JOB, 2, impatient));
    assertNothingIsWritten();
  }

  @Test
  void anInterruptCancelsAndIsKept() throws Exception {
    Thread caller = Thread.currentThread();
    JobMonitor interrupter =
        new JobMonitor() {
          @Override
          public void progress(long frames, double fraction) {
            caller.interrupt();
          }
        };
    assertThrows(JobCancelledException.class, () -> run(JOB, 2, interrupter));
    assertTrue(Thread.interrupted());
    assertNothingIsWritten();
  }

  @Test
  void progressIsToldInOrderUpToTheEnd() throws Exception {
    List<Long> frames = new ArrayList<>();
    run(
        JOB,
        3,
        new JobMonitor() {
          @Override
          public void progress(long done, double fraction) {
            frames.add(done);
          }
        });
    assertEquals(frames.stream().sorted().toList(), frames);
    assertEquals(5000, frames.get(frames.size() - 1));
  }

  @Test
  void olderResultsAreReplacedAndOtherFilesStay() throws Exception {
    run(JOB);
    Files.writeString(folder.resolve("out/notes.txt"), "mine");
    Files.writeString(folder.resolve("out/results.json"), "old");
    run(onlyStep("{step: record, of: e}"));
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertEquals(
          List.of("e.record.csv", "notes.txt"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void anOutputThatIsAFileIsRefusedBeforeAnythingIsRead() throws Exception {
    write("out", "a file");
    JobException e = assertThrows(JobException.class, () -> run(JOB));
    assertEquals(
        "--output: "
            + folder.resolve("out")
            + " is a file, so no results can be written to it; name a folder",
        e.getMessage());
    Files.delete(folder.resolve("out"));
    JobException inJob =
        assertThrows(
            JobException.class,
            () ->
                workbench.run(
                    JobRequest.of(write("job.yaml", JOB + "output: {directory: a.fake/x}\n")),
                    JobMonitor.NONE));
    assertTrue(
        inJob.getMessage().startsWith(folder.resolve("job.yaml") + ":9:21: output.directory: "),
        inJob.getMessage());
    assertNothingIsWritten();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../elsewhere", "link/results", "/nowhere"})
  void aConfinedJobWritesNothingOutside(String directory) throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.getParent());
    Path job = write("job.yaml", JOB + "output: {directory: " + directory + "}\n");
    JobRequest confined =
        new JobRequest(
            job,
            Map.of(),
            Optional.empty(),
            1,
            Optional.of(folder),
            Checkpoints.USUAL,
            JobRequest.USUAL_PATIENCE,
            Optional.empty());
    JobException e =
        assertThrows(JobException.class, () -> workbench.run(confined, JobMonitor.NONE));
    assertEquals(
        job
            + ":9:21: output.directory: '"
            + directory
            + "' lies outside the folder that this job may write to; name a folder in it",
        e.getMessage());
    Files.delete(link);
  }

  @Test
  void inputsAreNamedAsTheJobNamesThemWithTheirDigests() throws Exception {
    JobOutcome outcome = run(JOB.replace("a.fake", "'*.fake'"));
    assertEquals(
        List.of("a.fake", "four.atoms"),
        outcome.result().inputs().stream().map(i -> i.path()).toList());
    byte[] bytes = Files.readAllBytes(folder.resolve("a.fake"));
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
        outcome.result().inputs().get(0).sha256());
  }

  private static String zeroedBy(String file) {
    return JOB.replace(
        "coordinates:\n",
        "coordinates:\n  - {name: o, type: zeroed, atom: 1, from: " + file + "}\n");
  }

  @Test
  void whatACoordinateReadsIsAnInputAndWhatItAssumesANote() throws Exception {
    byte[] bytes = Files.readAllBytes(write("zero.txt", "17\n"));
    JobOutcome outcome = run(zeroedBy("zero.txt"));
    assertEquals(
        List.of("a.fake", "four.atoms", "zero.txt"),
        outcome.result().inputs().stream().map(i -> i.path()).toList());
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
        outcome.result().inputs().get(2).sha256());
    assertTrue(
        outcome.result().notes().contains("coordinate 'o': counted from 17.0"),
        outcome.result().notes().toString());
  }

  @Test
  void whatACoordinateCannotReadIsRefusedBeforeAnythingIsRead() throws Exception {
    InputException missing = assertThrows(InputException.class, () -> run(zeroedBy("zero.txt")));
    assertEquals(
        folder.resolve("zero.txt")
            + ": there is no such file (coordinates[0].from is relative to the job file)",
        missing.getMessage());
    write("zero.txt", "none\n");
    InputException damaged = assertThrows(InputException.class, () -> run(zeroedBy("zero.txt")));
    assertEquals(folder.resolve("zero.txt") + ": line 1: no number", damaged.getMessage());
  }

  @Test
  void settingsHoldDefaultsAndNothingThatChangesFromRunToRun() throws Exception {
    String settings = run(JOB).result().settings().toString();
    assertTrue(settings.contains("bins") || settings.contains("kinetics=true"), settings);
    assertTrue(settings.contains("scale=1.0"), settings);
    assertFalse(settings.contains(folder.toString()), settings);
  }

  @Test
  void inputThatDoesNotFitIsRefusedInALine() throws Exception {
    assertRefused("source: {trajectory: b.fake,", "b.fake: there is no such file");
    write("empty.fake", "");
    assertRefused("source: {trajectory: empty.fake,", "empty.fake: is empty");
    write("odd.fake", "\0\1\2");
    assertRefused(
        "source: {trajectory: odd.fake,",
        "odd.fake: is no trajectory of a format that is installed (FAKE)");
    write("five.fake", "FAKE\natoms=5\n");
    assertRefused(
        "source: {trajectory: five.fake,",
        "five.fake: has 5 atoms, but the structure has 4; they are of different systems");
    assertRefused(
        "source: {trajectory: '*.trr',", "source.trajectory: no file matches '*.trr' in ");
    write("x.fake", "FAKE\ncontent=xt\n");
    InputException e =
        assertThrows(
            InputException.class,
            () -> run(JOB.replace("a.fake", "x.fake") + "kinetics: direct\n"));
    assertEquals(
        "x.fake: 'kinetics: direct' needs velocities and forces in the trajectory, which has no"
            + " velocities and no forces; save them next time (in GROMACS nstvout and nstfout"
            + " equal to nstxout)",
        e.getMessage());
  }

  private void assertRefused(String source, String message) {
    String job = JOB.replace("source: {trajectory: a.fake,", source);
    InputException e = assertThrows(InputException.class, () -> run(job));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void atomsAndMassesThatMatchNothingAreRefusedTogether() throws Exception {
    JobException e =
        assertThrows(
            JobException.class,
            () ->
                run(
                    source("masses: {7: 1, Xe: 2}")
                        .replace("[1, 2]", "[1, 9]")
                        .replace("[2, D.D]", "[2, B]")));
    assertEquals(
        List.of(
            "job.yaml:1:80: source.masses.7: there is no atom 7; four.atoms has atoms 1 to 4",
            "job.yaml:1:86: source.masses.Xe: no atom of four.atoms has this name or element",
            "job.yaml:3:38: coordinates[0].atoms[1]: '9' matches no atom",
            "job.yaml:4:34: coordinates[1].atoms: the two atoms are the same"),
        e.problems().stream().map(p -> p.toString().replace(folder + "/", "")).toList());
    assertNothingIsWritten();
  }

  @Test
  void anAtomWithoutAMassMakesNoCoordinate() throws Exception {
    String text = Files.readString(folder.resolve("four.atoms"));
    String[] lines = text.split("\n");
    lines[2] = "-" + lines[2].substring(lines[2].indexOf(' '));
    write("four.atoms", String.join("\n", lines) + "\n");
    JobException e = assertThrows(JobException.class, () -> run(JOB));
    assertTrue(
        e.getMessage().contains("has no mass; give it one in source.masses"), e.getMessage());
    assertNothingIsWritten();
  }

  @Test
  void whatIsInstalledIsListedWithoutBorrowing() {
    List<Installed> installed = workbench.installed();
    assertTrue(
        installed.contains(
            new Installed("coordinate", "span", "a fake", "org.chikei.fake 1.0.0", List.of())));
    assertTrue(
        installed.contains(
            new Installed("format", "FAKE", "a fake", "org.chikei.fake 1.0.0", List.of())));
    assertEquals(1, workbench.describe("product").size());
    assertEquals(0, workbench.describe("nothing").size());
  }

  @Test
  void aCheckTellsWhatTheDataCanAnswer() throws Exception {
    write("a.fake", "FAKE\nframes=400\nspacing=1\n");
    String cool = JOB.replace("temperature: 300", "temperature: 3");
    Path file = write("job.yaml", cool + "  - {step: fail, of: e, at: look}\n");
    CheckReport report = workbench.check(JobRequest.of(file));
    assertEquals("frames", report.facts().get(2).label());
    assertEquals(
        "400, 1 ps apart where they begin, from 0 to about 399 ps", report.facts().get(2).text());
    assertEquals("d", report.coordinates().get(0).label());
    assertTrue(
        report.coordinates().get(0).text().startsWith("span of 1 A.A, 2 B.B, 0."),
        report.coordinates().get(0).text());
    assertTrue(
        report.coordinates().get(0).text().contains("too far apart"),
        report.coordinates().get(0).text());
    assertEquals(List.of(true, true, false), report.steps().stream().map(s -> s.runs()).toList());
    assertEquals(List.of("these data will not do"), report.steps().get(2).remarks());
    assertNothingIsWritten();
  }

  @Test
  void weightsAreMatchedByTimeOrTakenInOrder() throws Exception {
    write("a.fake", "FAKE\nframes=4\nspacing=0.5\n");
    write("COLVAR", "#! FIELDS time b\n0 9\n0 0\n0.5 1\n# note\n1 2\n1.5 4\n9 9\n");
    String text = source("weights: {file: COLVAR, column: b, as: weight}");
    JobOutcome outcome = run(text);
    double[] weights = outcome.result().steps().get(0).tables().get(0).column("w").values();
    assertEquals("[0.0, 1.0, 2.0, 4.0]", java.util.Arrays.toString(weights));
    write("COLVAR", "b,c\n0,1\n2.4943387854459718,2\n");
    text = source("weights: {file: COLVAR, column: b, as: bias}, end: 0.7");
    weights = run(text).result().steps().get(0).tables().get(0).column("w").values();
    assertEquals(Math.E, weights[1] / weights[0], 1e-14);
    String tooFew = source("weights: {file: COLVAR, column: b, as: bias}");
    InputException e = assertThrows(InputException.class, () -> run(tooFew));
    assertTrue(
        e.getMessage().endsWith("COLVAR: has 2 rows, but the trajectory has more frames"),
        e.getMessage());
    String unknown = source("weights: {file: COLVAR, column: bias, as: bias}");
    InputException column = assertThrows(InputException.class, () -> run(unknown));
    assertTrue(
        column.getMessage().endsWith("has no column 'bias' (it has: b, c)"), column.getMessage());
  }
}
