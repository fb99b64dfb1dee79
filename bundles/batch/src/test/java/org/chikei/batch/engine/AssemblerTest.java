package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chikei.api.coordinate.Assembly;
import org.chikei.api.coordinate.Point;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.batch.fake.FakeCoordinates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Centres of chains that are longer than the box and broken at random by it. */
final class AssemblerTest {
  private static final int ATOMS = 40;
  private static final int FRAMES = 7;

  private static Structure chain() {
    List<Atom> atoms = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int i = 0; i < ATOMS; i++) {
      atoms.add(new Atom(i + 1, "C", "C", "", 0, "", 12 + i));
      if (i > 0) {
        bonds.add(new Bond(i - 1, i, 1));
      }
    }
    return new Structure(atoms, bonds, false, null, "chain");
  }

  private static double[] box(Random random, int frame, boolean skewed) {
    double length = frame % 2 == 0 ? 2 : 2 + 0.3 * random.nextDouble();
    return skewed
        ? new double[] {length, 0, 0, 0.4 * length, length, 0, -0.3 * length, 0.45 * length, length}
        : new double[] {length, 0, 0, 0, 1.5 * length, 0, 0, 0, 1.1 * length};
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aBrokenChainHasTheCentreOfTheWholeOne(long seed) {
    Random random = new Random(seed);
    int[] members = IntStream.range(0, ATOMS).filter(i -> i % 3 == 0 || seed % 2 == 0).toArray();
    double[] weights = IntStream.of(members).mapToDouble(i -> 12 + i).toArray();
    Assembly assembly = Assembly.alongBonds(chain(), members);
    Point whole = Point.ofMean(members, weights, assembly, "whole");
    Point raw = Point.ofMean(members, weights, "raw");
    double[] masses = chain().atoms().stream().mapToDouble(Atom::mass).toArray();
    PointLayout layout =
        new PointLayout(
            List.of(new FakeCoordinates.SpanVariable(List.of(whole, raw, Point.ofAtom(1)))),
            masses);
    assertEquals(ATOMS, layout.atoms().length);

    FrameBlock frames = new FrameBlock(8, layout.atoms().length, false, false);
    frames.setSize(FRAMES);
    double[] means = new double[3 * 3 * 8];
    double[][] expected = new double[FRAMES][3];
    for (int j = 0; j < FRAMES; j++) {
      double[] box = box(random, j, seed > 4);
      for (int k = 0; k < 9; k++) {
        frames.boxes()[8 * k + j] = box[k];
      }
      double[] at = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      for (int i = 0; i < ATOMS; i++) {
        for (int d = 0; d < 3; d++) {
          // steps of at most 0.26 nm, a net drift of some 6 nm through a box of 2
          at[d] += i == 0 ? 0 : 0.15 * random.nextDouble() + (d == 0 ? 0.05 : -0.02);
        }
        int a = i == 0 ? 0 : random.nextInt(5) - 2;
        int b = i == 0 ? 0 : random.nextInt(5) - 2;
        int c = i == 0 ? 0 : random.nextInt(5) - 2;
        int member = Arrays.binarySearch(members, i);
        double weight = member < 0 ? 0 : weights[member] / Arrays.stream(weights).sum();
        for (int d = 0; d < 3; d++) {
          double broken = at[d] + a * box[d] + b * box[3 + d] + c * box[6 + d];
          frames.positions()[(3 * layout.atomRow(i) + d) * 8 + j] = broken;
          expected[j][d] += weight * at[d];
          means[d * 8 + j] += weight * broken;
          means[(3 + d) * 8 + j] += weight * broken;
        }
      }
    }
    double[] before = means.clone();
    new Assembler(layout, frames).correct(means);
    for (int j = 0; j < FRAMES; j++) {
      for (int d = 0; d < 3; d++) {
        // sums of some forty positions of up to 15 nm
        assertEquals(expected[j][d], means[d * 8 + j], 1e-13);
        assertEquals(before[(3 + d) * 8 + j], means[(3 + d) * 8 + j], 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutABoxNothingMoves(boolean whole) {
    Point point =
        Point.ofMean(
            new int[] {0, 1},
            new double[] {1, 1},
            Assembly.inOrder(whole ? 0 : 1, whole ? 1 : 0),
            "");
    PointLayout layout =
        new PointLayout(
            List.of(new FakeCoordinates.SpanVariable(List.of(point))), new double[] {1, 1});
    FrameBlock frames = new FrameBlock(1, 2, false, false);
    frames.setSize(1);
    frames.positions()[0] = 5;
    frames.positions()[3] = -7;
    double[] means = {-1, 0, 0};
    new Assembler(layout, frames).correct(means);
    assertArrayEquals(new double[] {-1, 0, 0}, means, 0);
  }
}
