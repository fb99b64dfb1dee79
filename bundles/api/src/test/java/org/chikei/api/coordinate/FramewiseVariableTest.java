package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramewiseVariableTest {
  private static final List<Point> TWO = List.of(Point.ofAtom(0), Point.ofAtom(1));

  /** The height of the first point above the second, as the package's documentation has it. */
  private static final class Height extends FramewiseVariable {
    Height() {
      super("nm", TWO);
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      assertArrayEquals(new double[6], gradient);
      double z = frame.displacement(1, 0)[2];
      gradient[2] = 1;
      gradient[5] = -1;
      return z;
    }
  }

  /** One over the height, which is infinite at the ground. */
  private static final class InverseHeight extends FramewiseVariable {
    InverseHeight() {
      super("1/nm", TWO);
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      double z = frame.displacement(1, 0)[2];
      gradient[2] = -1 / (z * z);
      gradient[5] = 1 / (z * z);
      return 1 / z;
    }
  }

  private static final PointBlock BLOCK =
      Frames.of(
          new double[][][] {{{0, 0, 2.5}, {0, 0, 0.5}}, {{0, 0, 1}, {9, 9, 1}}}, null, null, 1, 1);

  @Test
  void eachFrameGetsItsValueAndAGradientFilledFromZero() {
    DerivativeBlock out = new DerivativeBlock(5, 2, 1);
    Arrays.fill(out.gradient(), 99);
    new Height().evaluate(BLOCK, out);
    assertEquals(2, out.value()[0]);
    assertEquals(0, out.value()[1]);
    for (int j = 0; j < 2; j++) {
      assertEquals(0, out.gradient()[j]);
      assertEquals(1, out.gradient()[2 * 5 + j]);
      assertEquals(-1, out.gradient()[5 * 5 + j]);
    }
  }

  @Test
  void valuesAloneNeedNoGradientColumns() {
    DerivativeBlock out = new DerivativeBlock(5, 2, 0);
    new Height().evaluate(BLOCK, out);
    assertEquals(2, out.value()[0]);
  }

  @Test
  void itLeavesTheSecondOrderTermsToOthers() {
    Height height = new Height();
    assertEquals(1, height.order());
    assertEquals("nm", height.unit());
    assertEquals(TWO, height.points());
    assertTrue(height.period().isEmpty());
  }

  @Test
  void whatIsInfiniteBecomesNaN() {
    DerivativeBlock out = new DerivativeBlock(5, 2, 1);
    new InverseHeight().evaluate(BLOCK, out);
    assertEquals(0.5, out.value()[0]);
    assertEquals(-0.25, out.gradient()[2 * 5]);
    assertTrue(Double.isNaN(out.value()[1]));
    assertTrue(Double.isNaN(out.gradient()[2 * 5 + 1]));
    assertTrue(Double.isNaN(out.gradient()[5 * 5 + 1]));
  }
}
