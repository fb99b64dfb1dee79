package org.chikei.coordinates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.parameter.ParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
  /** A skew box, one that is not there, and a flat one. */
  private static final double[][] BOXES = {
    {3, 0, 0, 0.5, 2, 0, -0.7, 0.8, 4}, new double[9], flat()
  };

  private static double[] flat() {
    return new double[] {3, 0, 0, 0, 2, 0, 0, 0, 0};
  }

  private static DerivativeBlock evaluate(CollectiveVariable variable) {
    double[] columns = new double[9 * BOXES.length];
    for (int j = 0; j < BOXES.length; j++) {
      for (int k = 0; k < 9; k++) {
        columns[k * BOXES.length + j] = BOXES[j][k];
      }
    }
    PointBlock block =
        new PointBlock(
            BOXES.length,
            new double[0],
            new double[0],
            columns,
            new int[0],
            InverseMasses.ofAtoms());
    block.setSize(BOXES.length);
    DerivativeBlock out = new DerivativeBlock(BOXES.length, 0, 2);
    variable.evaluate(block, out);
    return out;
  }

  @Test
  void theVolumeIsTheDeterminantAndHasNoDerivatives() throws ParameterException {
    CollectiveVariable volume = Requests.variable(new VolumeProvider(), Map.of());
    DerivativeBlock out = evaluate(volume);
    assertEquals(24, out.value()[0], 1e-14);
    assertTrue(Double.isNaN(out.value()[1]));
    assertEquals(0, out.value()[2]);
    assertEquals(0, out.laplacian()[0]);
    assertEquals(List.of(), volume.points());
    assertEquals("nm^3", volume.unit());
    assertEquals(1, volume.notes().size());
  }

  @ParameterizedTest
  @CsvSource({
    "a, 3, nm",
    "b, 2.0615528128088303, nm",
    "c, 4.138840417315614, nm",
    "alpha, 1.4237674219707028, rad",
    "beta, 1.7407427024606632, rad",
    "gamma, 1.3258176636680326, rad",
    "ax, 3, nm",
    "bx, 0.5, nm",
    "cy, 0.8, nm",
    "cz, 4, nm"
  })
  void componentsOfTheCell(String component, double expected, String unit)
      throws ParameterException {
    CollectiveVariable cell = Requests.variable(new CellProvider(), Map.of("component", component));
    assertEquals(expected, evaluate(cell).value()[0], 1e-10);
    assertTrue(Double.isNaN(evaluate(cell).value()[1]));
    assertEquals(unit, cell.unit());
  }
}
