package org.chikei.batch.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.coordinate.Point;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobRequest;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.SubstructureSearch;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.fake.FakeSelector;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.JobReader;
import org.chikei.batch.job.PointsText;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a job writes for points to the points. */
final class PointFinderTest {
  @TempDir Path folder;

  private final Problems problems = new Problems();
  private PointFinder finder;

  /** Two chains of three atoms A B C, and a seventh atom D without mass. */
  private static Structure structure() {
    List<Atom> atoms = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String name = i == 6 ? "D" : "ABC".substring(i % 3, i % 3 + 1);
      atoms.add(new Atom(i + 1, "C", name, "", 0, "", i == 6 ? 0 : 10 + i));
      if (i % 3 > 0) {
        bonds.add(new Bond(i - 1, i, 1));
      }
    }
    return new Structure(atoms, bonds, false, null, "x.atoms");
  }

  private static final SubstructureSearch SEARCH =
      (structure, smarts) -> {
        if (smarts.equals("none")) {
          throw new SelectionException("'none' matches nothing");
        }
        return switch (smarts) {
          case "once" -> List.of(new int[] {2, 1});
          case "ends" -> List.of(new int[] {0, 1}, new int[] {2, 1});
          default -> List.of(new int[] {2, 1}, new int[] {5, 4});
        };
      };

  private List<Point> find(String groups, String points) throws JobException, java.io.IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"),
            "source: {trajectory: a.trr, temperature: 300}\n"
                + groups
                + "\ncoordinates: [{name: d, type: span, "
                + points
                + "}]\nanalysis: [{step: record, of: d}]\n");
    try (Loan loan = new Loan(FakeRegistry.full())) {
      JobDescription job = new JobReader(loan).read(JobRequest.of(file));
      finder = new PointFinder(structure(), new FakeSelector(), SEARCH, job.groups(), problems);
      return finder.points((PointsText) job.coordinates().get(0).values().get("atoms"));
    }
  }

  private List<String> said(String groups, String points) throws Exception {
    String prefix = folder.resolve("job.yaml").toString();
    List<org.chikei.api.job.Problem> found;
    try {
      find(groups, points);
      found = problems.sorted();
    } catch (JobException e) {
      found = e.problems();
    }
    return found.stream().map(p -> p.toString().replace(prefix, "job")).toList();
  }

  private static String atoms(Point point) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < point.size(); k++) {
      text.append(k == 0 ? "" : " ").append(point.atom(k) + 1);
    }
    return text.toString();
  }

  private void finds(String groups, String points, String... expected) throws Exception {
    List<Point> found = find(groups, points);
    assertEquals(List.of(), problems.sorted());
    assertEquals(List.of(expected), found.stream().map(PointFinderTest::atoms).toList());
  }

  @Test
  void anExpressionIsAsManyPointsAsItNamesAtoms() throws Exception {
    finds("", "atoms: [1, 7]", "1", "7");
    finds("", "atoms: A", "1", "4");
    finds("", "atoms: [A]", "1", "4");
  }

  @Test
  void aGroupIsItsAtomsInItsOrder() throws Exception {
    finds("groups: {ends: [7, 1]}", "atoms: ends", "7", "1");
    finds("groups: {ends: {atoms: [7, 1, 7]}}", "atoms: [ends]", "7", "1");
    finds("groups: {one: 3, two: [one, 5]}", "atoms: two", "3", "5");
  }

  @Test
  void aCentreIsOnePoint() throws Exception {
    finds("groups: {g: {atoms: [A, 2], centre: mass}}", "atoms: [g, 7]", "1 2 4", "7");
    finds("", "atoms: [{centre: geometry, atoms: [3, 1]}, C]".replace(", C]", ", 6]"), "1 3", "6");
    Point mass = find("", "atoms: [{centre: mass, atoms: [3, 1]}, 5]").get(0);
    assertEquals(10.0 / 22, mass.weight(0), 1e-15);
    assertEquals(12.0 / 22, mass.weight(1), 1e-15);
    assertEquals("centre of mass of 3, 1", mass.label());
    Point own = find("", "atoms: [{centre: geometry, weights: [1, 3], atoms: [3, 1]}, 5]").get(0);
    assertEquals(0.75, own.weight(0), 1e-15);
    Point light = find("", "atoms: [{centre: mass, atoms: [3, 7]}, 5]").get(0);
    assertEquals("3", atoms(light));
  }

  @Test
  void aCentreIsMadeWholeAlongBonds() throws Exception {
    Point bonded = find("", "atoms: [{centre: geometry, atoms: [3, 1]}, 5]").get(0);
    assertEquals(3, bonded.assembly().orElseThrow().size());
    assertEquals(2, bonded.assembly().orElseThrow().atom(0));
    Point ordered = find("", "atoms: [{centre: geometry, atoms: [3, 1], whole: order}, 5]").get(0);
    assertEquals(2, ordered.assembly().orElseThrow().size());
    Point raw = find("", "atoms: [{centre: geometry, atoms: [3, 1], whole: none}, 5]").get(0);
    assertTrue(raw.assembly().isEmpty());
    assertEquals(0, finder.warnings().size());
    find("groups: {both: {atoms: [A], centre: mass}}", "atoms: [both, 7]");
    assertEquals(1, finder.warnings().size());
    assertTrue(finder.warnings().iterator().next().contains("both belong to 2 molecules"));
  }

  @Test
  void aPatternStandsForAtoms() throws Exception {
    finds("", "smarts: once", "3", "2");
    finds("", "smarts: twice, match: 2", "6", "5");
    finds("", "atoms: {smarts: twice, match: 1}", "3", "2");
    finds("groups: {all: {smarts: twice, centre: mass}}", "atoms: [all, 1]", "2 3 5 6", "1");
  }

  @Test
  void whatDoesNotFitIsSaidWithWhatWasFound() throws Exception {
    assertEquals(
        List.of(
            "job:3:45: coordinates[0].atoms[0]: 'A' names 2 atoms of x.atoms where one is meant: 1"
                + " A, 4 A; write the number of one of them, or 'centre' for a point in their"
                + " middle",
            "job:3:48: coordinates[0].atoms[1]: 'Z' matches no atom"),
        said("", "atoms: [A, Z]"));
    problems.sorted();
  }

  @Test
  void aNumberOfAtomsThatDoesNotFitIsRefused() throws Exception {
    assertEquals(
        List.of(
            "job:3:44: coordinates[0].atoms: [D] names 1 atom of x.atoms: 7 D; must be a list of 2"
                + " atoms"),
        said("", "atoms: [D]"));
    assertNull(find("groups: {g: [A, B]}", "atoms: g"));
    assertTrue(problems.sorted().get(1).message().contains("names 4 atoms"));
  }

  @Test
  void aPatternThatMatchesTwiceAsksForOne() throws Exception {
    assertEquals(
        List.of(
            "job:3:45: coordinates[0].atoms: 'twice' matches 2 times (1: 3 C, 2 B; 2: 6 C, 5 B);"
                + " pick one with 'match', from 1, or make the pattern longer"),
        said("", "smarts: twice"));
  }

  @Test
  void matchesThatDifferInLikeEndsAloneSayThatAnyWillDo() throws Exception {
    assertEquals(
        List.of(
            "job:3:45: coordinates[0].atoms: 'ends' matches 2 times (1: 1 A, 2 B; 2: 3 C, 2 B); they"
                + " differ in like atoms at the ends of bonds alone, so that 'match: 1' is as good"
                + " as any"),
        said("", "smarts: ends"));
  }

  @Test
  void aMatchThatIsNotThereIsRefused() throws Exception {
    assertEquals(
        List.of(
            "job:3:45: coordinates[0].atoms: there is no match 3 of 'twice' in x.atoms; it matches"
                + " 2 times (1: 3 C, 2 B; 2: 6 C, 5 B)"),
        said("", "smarts: twice, match: 3"));
  }

  @Test
  void circlesOfGroupsAreRefused() throws Exception {
    List<String> said = said("groups: {a: b, b: [1, a], c: c}", "atoms: [1, 2]");
    assertTrue(said.get(0).endsWith("groups.a: a circle: the groups a, b are made of each other"));
    assertTrue(said.get(2).endsWith("groups.c: the group 'c' is made of itself"), said::toString);
  }

  @Test
  void formsThatCannotBeReadAreRefused() throws Exception {
    String at = "job:2:9: groups";
    assertEquals(
        List.of(at + ": 'x'; must be a mapping from names to atoms"),
        said("groups: x", "atoms: A"));
    assertEquals(
        List.of("job:2:14: groups.1g: '1g' is no name; use letters, digits and _, a letter first")
            .stream()
            .map(s -> s.replace("2:14", "2:10"))
            .toList(),
        said("groups: {1g: 2}", "atoms: A"));
    assertEquals(
        List.of("job:2:13: groups.g: neither 'atoms' nor 'smarts' says which atoms are meant"),
        said("groups: {g: {centre: mass}}", "atoms: A"));
    assertEquals(
        List.of(
            "job:2:13: groups.g: 'atoms' and 'smarts' both say which atoms are meant; leave one of"
                + " them out"),
        said("groups: {g: {atoms: 1, smarts: C}}", "atoms: A"));
    assertEquals(
        List.of("job:2:31: groups.g.match: goes with 'smarts' alone"),
        said("groups: {g: {atoms: 1, match: 2}}", "atoms: A"));
    assertEquals(
        List.of("job:2:33: groups.g.weights: goes with 'centre' alone"),
        said("groups: {g: {atoms: 1, weights: [1]}}", "atoms: A"));
    assertEquals(
        List.of(
            "job:2:47: groups.g.weights: a centre of mass has the masses for weights; write"
                + " 'centre: geometry' for others"),
        said("groups: {g: {atoms: 1, centre: mass, weights: [1]}}", "atoms: A"));
    assertEquals(
        List.of("job:2:13: groups.g: an empty list; must be a list of atoms"),
        said("groups: {g: []}", "atoms: A"));
    assertEquals(
        List.of(
            "job:3:37: coordinates[0].smarts: stands in place of 'atoms', which is there, too; leave"
                + " one of them out"),
        said("", "smarts: C, atoms: A"));
    assertEquals(
        List.of("job:3:44: coordinates[0].atoms: 1 atom; must be a list of 2 atoms"),
        said("", "atoms: [1]"));
  }

  @Test
  void weightsMustFit() throws Exception {
    assertTrue(
        said("groups: {g: {atoms: A, centre: geometry, weights: [1]}}", "atoms: [g, 1]")
            .get(0)
            .endsWith("1 weights for 2 atoms; give one an atom"));
  }

  @Test
  void weightsMustHaveASum() throws Exception {
    assertTrue(
        said("groups: {g: {atoms: A, centre: geometry, weights: [1, -1]}}", "atoms: [g, 1]")
            .get(0)
            .endsWith("the weights of a centre must have a sum above 0"));
  }
}
