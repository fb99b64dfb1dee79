package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.junit.jupiter.api.Test;

class KineticsChoiceTest {

  /** A coordinate of some points. */
  private record Of(List<Point> points) implements CollectiveVariable {
    @Override
    public String unit() {
      return "nm";
    }

    @Override
    public void evaluate(PointBlock in, DerivativeBlock out) {
      throw new AssertionError("nobody asked");
    }
  }

  /** A coordinate of others. */
  private record Sum(List<Coordinate> components) implements CompositeVariable {
    @Override
    public String unit() {
      return "nm";
    }

    @Override
    public void evaluate(
        int size, double[][] components, double[] value, double[][] first, double[][][] second) {
      throw new AssertionError("nobody asked");
    }
  }

  private static final Coordinate BOX = new Of(List.of());
  private static final Coordinate ATOM = new Of(List.of(Point.ofAtom(0)));

  private static Set<Kinetics> left(Coordinate coordinate, Optional<Kinetics> requested)
      throws IOException {
    Set<Kinetics> kinds = EnumSet.allOf(Kinetics.class);
    CoordinateInfo info =
        new CoordinateInfo("v", "volume", "nm", Optional.empty(), List.of(), List.of());
    KineticsChoice.restrict(kinds, requested, new JobCoordinate(info, coordinate, null), "run.trr");
    return kinds;
  }

  @Test
  void theBoxHasItsSeriesAlone() throws IOException {
    assertEquals(EnumSet.of(Kinetics.SERIES), left(BOX, Optional.empty()));
    assertEquals(EnumSet.of(Kinetics.SERIES), left(BOX, Optional.of(Kinetics.SERIES)));
    Coordinate mixed = new Sum(List.of(ATOM, new Sum(List.of(BOX))));
    assertEquals(EnumSet.of(Kinetics.SERIES), left(mixed, Optional.empty()));
    assertEquals(EnumSet.allOf(Kinetics.class), left(ATOM, Optional.of(Kinetics.DIRECT)));
  }

  @Test
  void whatAtomsWouldHaveToSayIsRefused() {
    InputException refusal =
        assertThrows(InputException.class, () -> left(BOX, Optional.of(Kinetics.DIRECT)));
    assertEquals(
        "run.trr: 'v' is a function of the box, of which velocities and forces of atoms say"
            + " nothing; use 'kinetics: series' or 'auto'",
        refusal.getMessage());
  }
}
