package org.chikei.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Structure;
import org.chikei.coordinates.IrcProvider;
import org.chikei.coordinates.PathProvider;
import org.chikei.coordinates.reference.ReferenceFile;
import org.chikei.coordinates.reference.ReferenceFrame;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.XyzFormat;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Coordinates along paths at structures spread about the path, by one thread: the reaction path HCN
 * → HNC, and 42 structures of the 22 atoms of alanine dipeptide.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PathEvaluation {
  private static final int FRAMES = 42;
  private static final double SPREAD = 0.01;

  /** Which path. */
  public enum Kind {
    /** The arc length along the reaction path. */
    IRC,
    /** The progress along the structures. */
    PATH
  }

  /** Which path. */
  @Param public Kind kind;

  /** 0 for values, 1 for gradients too, 2 for second-order terms too. */
  @Param({"0", "1", "2"})
  public int order;

  private Path folder;
  private CollectiveVariable variable;
  private PointBlock block;
  private DerivativeBlock derivatives;

  /** Called by JMH. */
  public PathEvaluation() {}

  /**
   * Makes the structures.
   *
   * @throws IOException if a file cannot be read or written
   * @throws ParameterException never, as long as the provider takes what is given
   */
  @Setup
  public void prepare() throws IOException, ParameterException {
    folder = Files.createTempDirectory("chikei-benchmark");
    Random random = new Random(1);
    Path hcn = Repository.file("test-data/hcn-irc.xyz");
    boolean reaction = kind == Kind.IRC;
    Structure structure =
        reaction
            ? new XyzFormat().read(hcn)
            : new PdbFormat().read(Repository.file("test-data/ala2.pdb"));
    double[] x = structure.positions().orElseThrow();
    Path frames = reaction ? hcn : writeFrames(structure, x, random);
    variable = make(reaction ? new IrcProvider() : new PathProvider(), frames, structure);
    int points = structure.size();
    int stride = TrajectoryReading.BLOCK;
    double[] positions = new double[3 * points * stride];
    double[] velocities = new double[positions.length];
    int[] offsets = new int[points];
    double[] masses = new double[points];
    for (int p = 0; p < points; p++) {
      offsets[p] = 3 * p * stride;
      masses[p] = structure.mass(p);
    }
    List<ReferenceFrame> path = ReferenceFile.read(frames).frames();
    for (int k = 0; k < positions.length; k++) {
      int frame = k % stride * path.size() / stride;
      positions[k] = path.get(frame).positions()[k / stride] + SPREAD * random.nextGaussian();
      velocities[k] = random.nextGaussian();
    }
    block =
        new PointBlock(stride, positions, velocities, null, offsets, InverseMasses.ofAtoms(masses));
    block.setSize(stride);
    derivatives = new DerivativeBlock(stride, points, order);
  }

  /** Structures that part more and more from the first one. */
  private Path writeFrames(Structure structure, double[] x, Random random) throws IOException {
    double[] direction = random.doubles(x.length, -0.002, 0.002).toArray();
    StringBuilder text = new StringBuilder();
    for (int f = 0; f < FRAMES; f++) {
      text.append(structure.size()).append("\n\n");
      for (int p = 0; p < structure.size(); p++) {
        text.append(structure.atom(p).element());
        for (int d = 0; d < 3; d++) {
          double moved = x[3 * p + d] + f * direction[3 * p + d];
          text.append(String.format(Locale.ROOT, " %.6f", 10 * moved));
        }
        text.append('\n');
      }
    }
    return Files.writeString(folder.resolve("path.xyz"), text);
  }

  private static CollectiveVariable make(
      CollectiveVariableProvider provider, Path frames, Structure structure)
      throws ParameterException, IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    provider
        .declaration()
        .parameters()
        .forEach(p -> p.defaultValue().ifPresent(value -> values.put(p.name(), value)));
    values.put("frames", frames);
    return (CollectiveVariable)
        provider.create(
            new CoordinateRequest(
                "path", new Parameters(values), Optional.of(structure), List.of()));
  }

  /**
   * Removes what was written.
   *
   * @throws IOException if it cannot be removed
   */
  @TearDown
  public void remove() throws IOException {
    for (Path file : Arrays.asList(folder.resolve("path.xyz"), folder)) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Evaluates all structures.
   *
   * @param counter counts them
   * @return the values and derivatives
   */
  @Benchmark
  public DerivativeBlock evaluate(Frames counter) {
    variable.evaluate(block, derivatives);
    counter.frames += block.size();
    return derivatives;
  }
}
