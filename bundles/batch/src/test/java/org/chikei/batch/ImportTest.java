package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CoordinateImport;
import org.chikei.api.coordinate.ImportedCoordinates;
import org.chikei.api.coordinate.ImportedCoordinates.Entry;
import org.chikei.api.coordinate.ImportedCoordinates.Origin;
import org.chikei.api.coordinate.ImportedCoordinates.Unread;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointSelection;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobRequest;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coordinates that a job takes from the input of another program. */
class ImportTest {
  private static final String SOURCE =
      "source: {trajectory: a.fake, structure: four.atoms, temperature: 300}\n";

  @TempDir Path folder;
  private final FakeRegistry registry = FakeRegistry.full();
  private final BatchWorkbench workbench = new BatchWorkbench(registry);
  private final List<Entry> entries = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  /** Points that the structure answers. */
  private record Ends(int second) implements PointSelection {
    @Override
    public List<Point> points(Structure structure) throws SelectionException {
      if (second >= structure.size()) {
        throw new SelectionException("there is no end " + second);
      }
      return List.of(Point.ofAtom(0), Point.ofAtom(second));
    }

    @Override
    public String toString() {
      return "ends";
    }
  }

  @BeforeEach
  void write() throws IOException {
    write("four.atoms", "ATOMS\nC A A\nC B B\nC C C\nC D D\n");
    write("a.fake", "FAKE\nframes=100\n");
    write("other.in", "anything");
    CoordinateImport reader =
        file ->
            new ImportedCoordinates(entries, unread, List.of("other.in:1: a note"), List.of(file));
    registry.add(CoordinateImport.class, "other", reader);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void entry(String name, String alias, String type, Map<String, Object> values, int line) {
    Origin origin = new Origin(folder.resolve("other.in"), line);
    entries.add(new Entry(name, alias, type, values, origin));
  }

  private List<String> run(String coordinates, String of) throws Exception {
    Path job =
        write(
            "job.yaml",
            SOURCE
                + "coordinates: "
                + coordinates
                + "\nanalysis: [{step: record, of: "
                + of
                + "}]\n");
    List<String> warnings = new ArrayList<>();
    JobMonitor monitor =
        new JobMonitor() {
          @Override
          public void warning(String message) {
            warnings.add(message);
          }
        };
    workbench.run(new JobRequest(job, Map.of(), Optional.of(folder.resolve("out")), 1), monitor);
    assertEquals(0, registry.borrowed());
    return warnings;
  }

  private String problems(String coordinates, String of) {
    JobException e = assertThrows(JobException.class, () -> run(coordinates, of));
    List<String> lines = new ArrayList<>();
    e.problems().forEach(p -> lines.add(p.toString().replace(folder + "/", "")));
    return String.join("\n", lines);
  }

  private String column(String file) throws IOException {
    return Files.readString(folder.resolve("out/" + file + ".record.csv"));
  }

  @Test
  void theyAreWhatTheJobWouldListItself() throws Exception {
    entry("d", "d", "span", Map.of("atoms", List.of(1L, 3L)), 2);
    entry("e_x", "e.x", "span", Map.of("atoms", List.of(new Ends(2))), 3);
    entry("p", "p", "product", Map.of("of", List.of("d", "e_x")), 4);
    run(
        "[{name: q, type: product, of: [r, s]}, {name: r, type: span, atoms: [1, 3]},"
            + " {name: s, type: span, atoms: [1, 3]}]",
        "q");
    String expected = column("q");
    run("{other: other.in}", "p");
    assertEquals(expected, column("p"));
  }

  @Test
  void theyStandBesideTheJobsOwnAndGoByBothOfTheirNames() throws Exception {
    entry("e_x", "e.x", "span", Map.of("atoms", List.of(new Ends(2))), 3);
    run(
        "[{name: q, type: product, of: [e.x, s]}, {other: other.in},"
            + " {name: s, type: span, atoms: [1, 3]}]",
        "[q, e.x]");
    assertTrue(Files.exists(folder.resolve("out/q-e_x.record.csv")));
  }

  @Test
  void notesAndWhatIsNotReadAreWarnings() throws Exception {
    entry("d", "d", "span", Map.of("atoms", List.of(1L, 3L)), 2);
    unread.add(
        new Unread("x", new Origin(folder.resolve("other.in"), 7), "x: FOO: no counterpart"));
    List<String> warnings = run("{other: other.in}", "d");
    assertTrue(warnings.contains("other.in:1: a note"), warnings::toString);
    assertTrue(warnings.contains("other.in:7: x: FOO: no counterpart"), warnings::toString);
  }

  @Test
  void whatIsNotReadIsAFaultWhereTheJobAsksForIt() {
    unread.add(
        new Unread("x", new Origin(folder.resolve("other.in"), 7), "x: FOO: no counterpart"));
    assertEquals(
        "job.yaml:3:31: analysis[0].of: 'x.y' is no coordinate of this job: other.in:7: x: FOO: no"
            + " counterpart",
        problems("{other: other.in}", "x.y"));
  }

  @Test
  void valuesThatDoNotFitAreAFaultWhereTheJobUsesThemAlone() throws Exception {
    entry("d", "d", "span", Map.of("atoms", List.of(1L, 3L)), 2);
    entry("bad", "bad", "span", Map.of("atoms", List.of(1L, 2L), "colour", "red"), 3);
    entry("odd", "odd", "nothing", Map.of(), 4);
    entry("far", "far", "span", Map.of("atoms", List.of(new Ends(9))), 5);
    List<String> warnings = run("{other: other.in}", "d");
    assertTrue(
        warnings.stream().anyMatch(w -> w.startsWith("other.in:3: bad: unknown key 'colour'")),
        warnings::toString);
    assertEquals(
        "other.in:5: far.atoms[0]: there is no end 9", problems("{other: other.in}", "far"));
    assertTrue(
        problems("{other: other.in}", "odd")
            .contains("other.in:4: odd.type: 'nothing' is no coordinate type"));
  }

  @Test
  void aNameThatTheJobHasTooIsTheJobs() throws Exception {
    entry("d", "d", "span", Map.of("atoms", List.of(1L, 4L)), 2);
    List<String> warnings = run("[{name: D, type: span, atoms: [1, 3]}, {other: other.in}]", "D");
    assertTrue(
        warnings.contains(
            "other.in:2: d.name: 'd' is the name of the coordinate in line 2 of "
                + folder.resolve("job.yaml")
                + " too; names differ by more than case"),
        warnings::toString);
  }

  @Test
  void aFileThatCannotBeReadIsSaid() {
    registry.remove("other");
    registry.add(
        CoordinateImport.class,
        "other",
        (CoordinateImport)
            file -> {
              throw new InputException(file + ":3: no end");
            });
    InputException e = assertThrows(InputException.class, () -> run("[{other: other.in}]", "d"));
    assertEquals(folder.resolve("other.in") + ":3: no end", e.getMessage());
  }

  @Test
  void anEntryThatIsNoFileIsRefused() {
    assertTrue(
        problems("[{other: [1]}, {name: d, type: span, atoms: [1, 3]}]", "d")
            .startsWith("job.yaml:2:24: coordinates[0].other: '1'; must be the name of a file"),
        () -> problems("[{other: [1]}, {name: d, type: span, atoms: [1, 3]}]", "d"));
    assertTrue(
        problems("{another: other.in}", "d")
            .startsWith("job.yaml:2:14: coordinates: a mapping; must be a list of coordinates"));
  }
}
