package org.chikei.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Structure;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.coordinates.AngleProvider;
import org.chikei.coordinates.DistanceProvider;
import org.chikei.coordinates.DistanceRmsdProvider;
import org.chikei.coordinates.GyrationProvider;
import org.chikei.coordinates.RmsdProvider;
import org.chikei.coordinates.TorsionProvider;
import org.chikei.structure.PdbFormat;
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
 * One coordinate in all frames of alanine dipeptide, decoded before, to the nearest image in the
 * frame's box, by one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoordinateEvaluation {

  /** What is evaluated. */
  public enum Kind {
    /** A C–C bond. */
    DISTANCE(new DistanceProvider(), Map.of(), 8, 14),
    /** An angle of the backbone. */
    ANGLE(new AngleProvider(), Map.of(), 6, 8, 14),
    /** The torsion φ. */
    TORSION(new TorsionProvider(), Map.of(), 4, 6, 8, 14),
    /** The radius of gyration of all 22 atoms. */
    GYRATION(new GyrationProvider(), Map.of()),
    /** Their asphericity, which needs eigenvalues. */
    ASPHERICITY(new GyrationProvider(), Map.of("component", "asphericity")),
    /** The deviation of all 22 atoms from a reference. */
    RMSD(new RmsdProvider(), Map.of()),
    /** The same with other weights for the alignment than for the displacement. */
    RMSD_WEIGHTED(new RmsdProvider(), Map.of("alignment-weights", "mass")),
    /** The deviation of their 231 distances. */
    DISTANCE_RMSD(new DistanceRmsdProvider(), Map.of());

    private final CollectiveVariableProvider provider;
    private final Map<String, Object> parameters;
    private final int[] atoms;

    Kind(CollectiveVariableProvider provider, Map<String, Object> parameters, int... atoms) {
      this.provider = provider;
      this.parameters = parameters;
      this.atoms = atoms.length == 0 ? IntStream.range(0, 22).toArray() : atoms;
    }

    private CollectiveVariable make(Structure structure) throws ParameterException, IOException {
      Map<String, Object> values = new LinkedHashMap<>();
      provider
          .declaration()
          .parameters()
          .forEach(p -> p.defaultValue().ifPresent(value -> values.put(p.name(), value)));
      values.put("atoms", IntStream.of(atoms).mapToObj(Point::ofAtom).toList());
      values.putAll(parameters);
      return (CollectiveVariable)
          provider.create(
              new CoordinateRequest(
                  "coordinate", new Parameters(values), Optional.of(structure), List.of()));
    }
  }

  /** Which coordinate. */
  @Param public Kind kind;

  /** 0 for values, 1 for gradients too, 2 for second-order terms too. */
  @Param({"0", "1", "2"})
  public int order;

  private CollectiveVariable variable;
  private List<PointBlock> blocks;
  private DerivativeBlock derivatives;

  /** Called by JMH. */
  public CoordinateEvaluation() {}

  /**
   * Decodes the frames.
   *
   * @throws IOException if the file cannot be read
   * @throws ParameterException never, as long as the provider takes what is given
   */
  @Setup
  public void decode() throws IOException, ParameterException {
    Structure structure = new PdbFormat().read(Repository.file("test-data/ala2.pdb"));
    variable = kind.make(structure);
    derivatives = new DerivativeBlock(TrajectoryReading.BLOCK, kind.atoms.length, order);
    blocks = new ArrayList<>();
    int[] rows = IntStream.range(0, TrajectoryReading.BLOCK).toArray();
    try (Trajectory trajectory = Input.TRR.open()) {
      FrameDecoder decoder = trajectory.decoder(kind.atoms);
      FrameBatch batch = trajectory.next(TrajectoryReading.BLOCK);
      while (batch != null) {
        FrameBlock frames = new FrameBlock(TrajectoryReading.BLOCK, kind.atoms.length, true, false);
        decoder.decode(batch, rows, 0, batch.size(), frames, 0);
        blocks.add(points(structure, frames, batch.size()));
        batch = trajectory.next(TrajectoryReading.BLOCK);
      }
    }
  }

  private PointBlock points(Structure structure, FrameBlock frames, int size) {
    int points = kind.atoms.length;
    int[] offsets = new int[points];
    double[] masses = new double[points];
    for (int p = 0; p < points; p++) {
      offsets[p] = 3 * p * frames.stride();
      masses[p] = structure.mass(kind.atoms[p]);
    }
    PointBlock block =
        new PointBlock(
            frames.stride(),
            frames.positions(),
            frames.velocities(),
            frames.boxes(),
            offsets,
            InverseMasses.ofAtoms(masses));
    block.setSize(size);
    return block;
  }

  /**
   * Evaluates all frames.
   *
   * @param counter counts frames
   * @return the last block's values and derivatives
   */
  @Benchmark
  public DerivativeBlock evaluate(Frames counter) {
    for (PointBlock block : blocks) {
      variable.evaluate(block, derivatives);
      counter.frames += block.size();
    }
    return derivatives;
  }
}
