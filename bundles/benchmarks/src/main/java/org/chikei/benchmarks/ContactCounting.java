package org.chikei.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.coordinates.CoordinationProvider;
import org.chikei.trajectory.trr.TrrFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Coordination numbers in salt water, decoded before: those of one ion by all water oxygens, and
 * those of all oxygens by each other, with a cut-off and without one, in the box and in eight of
 * it. Each thread has frames of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContactCounting {
  private static final int ATOMS = 2644;
  private static final int WATERS = 880;

  /** What is counted. */
  public enum Kind {
    /** One ion and 880 oxygens. */
    ION(true, 0, 1, 256),
    /** All pairs of 880 oxygens. */
    WATER(false, 0, 1, 16),
    /** Pairs of 880 oxygens up to 0.6 nm. */
    WATER_TO_CUT_OFF(false, 0.6, 1, 32),
    /** Pairs of 7040 oxygens up to 0.6 nm. */
    EIGHT_BOXES_TO_CUT_OFF(false, 0.6, 2, 4);

    private final boolean ion;
    private final double cutOff;
    private final int copies;
    private final int block;

    Kind(boolean ion, double cutOff, int copies, int block) {
      this.ion = ion;
      this.cutOff = cutOff;
      this.copies = copies;
      this.block = block;
    }

    private CollectiveVariable make() throws ParameterException {
      int points = copies * copies * copies * WATERS;
      List<Point> oxygens = IntStream.range(0, points).mapToObj(Point::ofAtom).toList();
      Map<String, Object> switching = new LinkedHashMap<>(Map.of("r0", 0.32));
      if (cutOff > 0) {
        switching.put("d-max", cutOff);
      }
      Map<String, Object> values =
          new LinkedHashMap<>(
              Map.of("switching", switching, "pairs", false, "nearest-image", true));
      values.put("group-a", ion ? List.of(Point.ofAtom(points)) : oxygens);
      if (ion) {
        values.put("group-b", oxygens);
      }
      return (CollectiveVariable)
          new CoordinationProvider()
              .create(
                  new CoordinateRequest(
                      "contacts", new Parameters(values), Optional.empty(), List.of()));
    }
  }

  /** Which coordination number. */
  @Param public Kind kind;

  /** 0 for values, 1 for gradients too, 2 for second-order terms too. */
  @Param({"0", "1", "2"})
  public int order;

  private CollectiveVariable variable;
  private PointBlock block;
  private DerivativeBlock derivatives;

  /** Called by JMH. */
  public ContactCounting() {}

  /**
   * Decodes the frames.
   *
   * @throws IOException if the file cannot be read
   * @throws ParameterException never, as long as the provider takes what is given
   */
  @Setup
  public void decode() throws IOException, ParameterException {
    variable = kind.make();
    int[] atoms = new int[WATERS + 1];
    for (int k = 0; k < WATERS; k++) {
      atoms[k] = 3 * k;
    }
    atoms[WATERS] = 3 * WATERS;
    FrameBlock frames = new FrameBlock(kind.block, atoms.length, true, false);
    try (Trajectory trajectory =
        new TrrFormat()
            .open(Repository.file("test-data/nacl.trr"), TrajectoryOptions.ofAtoms(ATOMS))) {
      FrameBatch batch = trajectory.next(kind.block);
      int[] rows = IntStream.range(0, kind.block).map(j -> j % batch.size()).toArray();
      for (int j = 0; j < kind.block; j++) {
        trajectory.decoder(atoms).decode(batch, rows, j, j + 1, frames, j);
      }
    }
    block = points(frames);
    derivatives = new DerivativeBlock(block.stride(), block.points(), order);
  }

  /** The points of the variable in copies of the box side by side. */
  private PointBlock points(FrameBlock frames) {
    int stride = frames.stride();
    int n = kind.copies;
    List<double[]> positions = new ArrayList<>();
    List<double[]> velocities = new ArrayList<>();
    for (int copy = 0; copy < n * n * n; copy++) {
      double[] x = frames.positions().clone();
      int[] turns = {copy % n, copy / n % n, copy / (n * n)};
      for (int k = 0; k < 3 * (WATERS + 1); k++) {
        for (int j = 0; j < stride; j++) {
          x[k * stride + j] += turns[k % 3] * frames.boxes()[4 * (k % 3) * stride + j];
        }
      }
      positions.add(x);
      velocities.add(frames.velocities());
    }
    double[] boxes = frames.boxes().clone();
    for (int k = 0; k < boxes.length; k++) {
      boxes[k] *= n;
    }
    int points = variable.points().size();
    int[] offsets = new int[points];
    double[] masses = new double[points];
    int length = 3 * (WATERS + 1) * stride;
    for (int p = 0; p < points; p++) {
      int atom = variable.points().get(p).atom(0);
      int copy = kind.ion ? 0 : atom / WATERS;
      offsets[p] = copy * length + 3 * (kind.ion ? atom : atom % WATERS) * stride;
      masses[p] = 15.999;
    }
    PointBlock made =
        new PointBlock(
            stride,
            joined(positions),
            joined(velocities),
            boxes,
            offsets,
            InverseMasses.ofAtoms(masses));
    made.setSize(stride);
    return made;
  }

  private static double[] joined(List<double[]> columns) {
    return columns.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /**
   * Counts the contacts of all frames.
   *
   * @param counter counts frames
   * @return the values and derivatives
   */
  @Benchmark
  public DerivativeBlock count(Frames counter) {
    variable.evaluate(block, derivatives);
    counter.frames += block.size();
    return derivatives;
  }
}
