package org.chikei.batch.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Point;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.batch.fake.FakeCoordinates;
import org.chikei.batch.fake.FakeFormat;
import org.chikei.batch.fake.FakeMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coordinates of centres of mass, which share atoms with other points. */
final class MeansTest {
  private static final double KT = 2.5;
  private static final double[] MASSES = {12, 13, 14, 15};

  @TempDir Path folder;

  private static double distance(double t, double[][] moved) {
    double square = 0;
    for (int d = 0; d < 3; d++) {
      double[] x = new double[4];
      for (int a = 0; a < 4; a++) {
        x[a] = FakeMotion.position(a, d, t) + (moved == null ? 0 : moved[a][d]);
      }
      double centre = (12 * x[0] + 13 * x[1] + 14 * x[2]) / 39;
      square += (x[1] - centre) * (x[1] - centre);
    }
    return Math.sqrt(square);
  }

  private static double moved(double t, int atom, int component, double step) {
    double[][] by = new double[4][3];
    by[atom][component] = step;
    return distance(t, by);
  }

  @Test
  void aMeanThatSharesAnAtomHasItsExactSamples() throws Exception {
    Path file = folder.resolve("a.fake");
    Files.writeString(file, "FAKE\nframes=300\nspacing=0.1\n");
    Point centre = Point.ofMean(new int[] {0, 1, 2}, new double[] {12, 13, 14}, "centre");
    Coordinate coordinate = new FakeCoordinates.SpanVariable(List.of(centre, Point.ofAtom(1)));
    CoordinateInfo info =
        new CoordinateInfo("d", "span", "nm", Optional.empty(), List.of(0, 1, 2), List.of());
    Demand demand = new Demand(1);
    demand.add(
        new int[] {0},
        new SampleRequirements(true, false, true, 0),
        EnumSet.of(Kinetics.DIRECT, Kinetics.MOMENTUM_AVERAGED));
    InputFile input =
        new InputFile("a", file, "FAKE", new FakeFormat(), TrajectoryOptions.ofAtoms(4));
    JobData data =
        new JobData(
            SampleSource.ofAtoms(List.of(input), MASSES),
            Selection.ALL,
            null,
            null,
            null,
            List.of(),
            KT,
            false,
            Optional.empty(),
            List.of(new JobCoordinate(info, coordinate, null)));
    SamplePlan plan = SamplePlan.of(data, demand, KT, new Content(true, true, true));
    try (SliceReader reader = new SliceReader(List.of(input), Selection.ALL, null, 0)) {
      Slice slice = reader.next();
      SliceEvaluator evaluator =
          new SliceEvaluator(
              plan, 1024, new Watch(), new Patience(Duration.ofHours(1), () -> false));
      evaluator.evaluate(slice);
      slice.release();
      StepView view = evaluator.view(0);
      for (int j = 0; j < 300; j++) {
        check(view, j, view.times()[j]);
      }
    }
  }

  private static void check(StepView view, int j, double t) {
    assertEquals(distance(t, null), view.values(0)[j], 1e-15);
    double h = 1e-3;
    double a = distance(t - 2 * h, null);
    double b = distance(t - h, null);
    double c = distance(t, null);
    double d = distance(t + h, null);
    double e = distance(t + 2 * h, null);
    // five-point differences: h⁴ of a distance that falls to some 0.01 nm
    assertEquals((a - 8 * b + 8 * d - e) / (12 * h), view.velocities(Kinetics.DIRECT, 0)[j], 1e-8);
    assertEquals(
        (-a + 16 * b - 30 * c + 16 * d - e) / (12 * h * h),
        view.accelerations(Kinetics.DIRECT, 0)[j],
        1e-6);
    double metric = 0;
    double averaged = 0;
    for (int atom = 0; atom < 3; atom++) {
      double share = 0;
      for (int k = 0; k < 3; k++) {
        double gradient = (moved(t, atom, k, 1e-6) - moved(t, atom, k, -1e-6)) / 2e-6;
        share += gradient * gradient / MASSES[atom];
        double second = moved(t, atom, k, 1e-4) - 2 * c + moved(t, atom, k, -1e-4);
        averaged += KT * second / 1e-8 / MASSES[atom];
        averaged += gradient * FakeMotion.acceleration(atom, k, t);
      }
      // central differences: h² and rounding over h
      assertEquals(share, view.metricShare(0, atom)[j], 1e-8);
      metric += share;
    }
    assertEquals(metric, view.metric(0, 0)[j], 1e-8);
    // second differences of a distance of some 0.05 nm: h²/12 of its fourth derivative
    assertEquals(averaged, view.accelerations(Kinetics.MOMENTUM_AVERAGED, 0)[j], 1e-4);
  }
}
