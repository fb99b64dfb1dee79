package org.chikei.batch.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.chikei.batch.job.JobDescription.MassText;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;
import org.junit.jupiter.api.Test;

final class MassesTest {
  private final Problems problems = new Problems();
  private final Structure structure =
      new Structure(
          List.of(
              new Atom(1, "C", "C", "ALA", 1, "", 12.011),
              new Atom(2, "C", "CA", "ALA", 1, "", 12.011),
              new Atom(3, "Ca", "CA", "CA", 2, "", 40.078),
              new Atom(4, "H", "1", "ALA", 1, "", 1.008)),
          List.of(),
          false,
          null,
          "s.pdb");

  private static MassText mass(String key, boolean number, double mass) {
    return new MassText(key, number, mass, new Place("job", 1, 1));
  }

  private List<Double> masses(MassText... overrides) {
    return Masses.apply(structure, List.of(overrides), problems).atoms().stream()
        .map(Atom::mass)
        .toList();
  }

  @Test
  void aNumberComesBeforeANameBeforeAnElement() {
    assertEquals(
        List.of(5.0, 13.0, 13.0, 1.008),
        masses(mass("1", true, 5), mass("CA", false, 13), mass("C", false, 12)));
    assertEquals(
        List.of(12.0, 12.0, 40.0, 1.008), masses(mass("C", false, 12), mass("Ca", false, 40)));
    assertEquals(List.of(12.011, 14.0, 40.078, 1.008), masses(mass("ALA.CA", false, 14)));
    assertEquals(List.of(12.011, 12.011, 40.078, 2.014), masses(mass("1", false, 2.014)));
    assertTrue(problems.isEmpty());
  }

  @Test
  void anOverrideThatMatchesNothingIsAProblem() {
    masses(mass("7", true, 1), mass("CB", false, 1));
    assertEquals(
        List.of(
            "job:1:1: source.masses.7: there is no atom 7; s.pdb has atoms 1 to 4",
            "job:1:1: source.masses.CB: no atom of s.pdb has this name or element; did you mean"
                + " 'C'?"),
        problems.sorted().stream().map(Object::toString).toList());
  }

  @Test
  void withoutOverridesTheStructureStays() {
    assertSame(structure, Masses.apply(structure, List.of(), problems));
  }
}
