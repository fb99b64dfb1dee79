package org.chikei.batch.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final Structure WATERS =
      new Structure(
          IntStream.rangeClosed(1, 40)
              .mapToObj(n -> new Atom(n, "O", "OW", "SOL", n, "", 15.999))
              .toList(),
          List.of(),
          false,
          null,
          "waters.gro");

  private static String atoms(int points) {
    List<String> names = IntStream.rangeClosed(1, points).mapToObj(String::valueOf).toList();
    return Inspection.atoms(
        WATERS, new CoordinateInfo("n", "coordination", "", Optional.empty(), List.of(), names));
  }

  @Test
  void fewPointsAreListedAndOfManyTheFirst() {
    assertEquals("", atoms(0));
    assertEquals(" of 1 SOL.OW, 2 SOL.OW", atoms(2));
    assertEquals(" of 1 SOL.OW, 2 SOL.OW, 3 SOL.OW, … (40 in all)", atoms(40));
  }
}
