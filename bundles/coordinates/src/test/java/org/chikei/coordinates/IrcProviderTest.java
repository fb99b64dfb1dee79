package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrcProviderTest {
  @TempDir Path folder;

  /** A path of three atoms of which the last one goes through some places. */
  private Path path(double... places) throws Exception {
    double[][][] frames = new double[places.length][][];
    for (int f = 0; f < places.length; f++) {
      frames[f] = new double[][] {{0, 0, 0}, {0.1, 0, 0}, {0.05, 0.1 + places[f], 0}};
    }
    return ReactionPaths.write(folder.resolve("path.xyz"), frames);
  }

  private CollectiveVariable make(Path file) throws Exception {
    return (CollectiveVariable)
        ReactionPaths.create(
            new IrcProvider(), Map.of("frames", file), new String[] {"", "", ""}, 12, 12, 1);
  }

  private String refused(Path file) {
    InputException e = assertThrows(InputException.class, () -> make(file));
    return e.getMessage().replace(file + ": ", "");
  }

  @Test
  void aPathOfThreeFramesCanBeALine() throws Exception {
    CollectiveVariable s = make(path(0, 0.02, 0.05));
    assertEquals(List.of(), s.notes());
    // the mass-weighted length of the way between, by the reduced mass of one atom and two
    double length = Math.sqrt(24.0 / 25) * 0.05;
    double[] values =
        Scene.ofAtoms(
                new double[][][] {
                  {{0, 0, 0}, {0.1, 0, 0}, {0.05, 0.1, 0}},
                  {{0, 0, 0}, {0.1, 0, 0}, {0.05, 0.125, 0}},
                  {{0, 0, 0}, {0.1, 0, 0}, {0.05, 0.15, 0}}
                },
                null,
                null,
                12,
                12,
                1)
            .values(s);
    for (int k = 0; k < 3; k++) {
      assertEquals(k * length / 2, values[k], 1e-6);
    }
  }

  @Test
  void aPathThatTurnsBackAtItsEndIsCutThere() throws Exception {
    CollectiveVariable s = make(path(0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.045));
    assertEquals(1, s.notes().size());
    assertTrue(s.notes().get(0).contains("from frames 5 (counted from 0)"), s.notes().toString());
    assertTrue(s.notes().get(0).endsWith("the path is frames 0–5"), s.notes().toString());
  }

  @Test
  void framesThatMakeNoPathAreRefused() throws Exception {
    assertEquals("holds 1 frame; a reaction path needs three or more", refused(path(0)));
    assertEquals("holds 2 frames; a reaction path needs three or more", refused(path(0, 0.1)));
    assertTrue(refused(path(0, 0.1, 0.05)).contains("the path folds back on itself here"));
    assertEquals(
        "frame 3, line 11: the structure is the same as that of the frame before; leave it out",
        refused(path(0, 0.01, 0.01, 0.02)));
    assertEquals(
        "frame 2, line 6: the structure is the same as that of the frame before; leave it out",
        refused(path(0, 0, 0)));
    assertTrue(
        refused(path(0, 0.02, 0.01, 0.03, 0.02, 0.04, 0.03))
            .contains("the path folds back on itself here, and again and again"));
    Path other =
        Files.writeString(
            folder.resolve("other"), "3\n\nA 0 0 0\nA 1 0 0\nA 0 1 0\n2\n\nA 0 0 0\nA 1 0 0\n");
    assertEquals("frame 2, line 6: 2 atoms, but the first frame has 3", refused(other));
    Path cut = Files.writeString(folder.resolve("cut"), "3\n\nA 0 0 0\nA 1 0 0\n");
    assertEquals("line 4: the file ends after 2 of 3 atoms; it seems to be cut", refused(cut));
  }

  @Test
  void atomsThatHaveNoMassOfTheirOwnAreRefused() throws Exception {
    Path file = path(0, 0.05, 0.1);
    Point mean = Point.ofMean(new int[] {0, 1}, new double[] {1, 1}, "pair");
    assertEquals(
        "atoms: pair is no single atom",
        Requests.refusal(
            new IrcProvider(),
            Requests.carbons(new double[4][3]),
            "frames",
            file,
            "atoms",
            List.of(mean, Point.ofAtom(2), Point.ofAtom(3))));
    assertEquals(
        "frames: a path of atoms needs a source with atoms",
        Requests.refusal(new IrcProvider(), null, "frames", file));
  }
}
