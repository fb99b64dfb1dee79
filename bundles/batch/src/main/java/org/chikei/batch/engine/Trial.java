package org.chikei.batch.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.coordinate.Period;
import org.chikei.api.trajectory.FrameBlock;

/**
 * One coordinate, evaluated by the same code as in a run, with its atoms put wherever a caller
 * wants them. Columns are laid out as in {@link FrameBlock}, one row a frame.
 */
public final class Trial {
  private final JobCoordinate coordinate;
  private final int[] atoms;
  private final double[] masses;
  private final int size;
  private final double[] positions;
  private final double[] boxes;
  private final PointColumns columns;
  private final BlockEvaluator evaluator;
  private final Samples samples;
  private final CoordinateGraph.Node node;

  Trial(JobData data, int number, Slice.Frames frames) throws IOException {
    coordinate = data.coordinates().get(number);
    size = frames.size();
    Demand demand = new Demand(data.coordinates().size());
    demand.add(
        new int[] {number},
        new SampleRequirements(true, false, false, 0),
        EnumSet.of(Kinetics.DIRECT, Kinetics.MOMENTUM_AVERAGED));
    // without forces R̈ is vᵀHv, and its average over momenta at kT = 1 is the Laplacian
    SamplePlan plan = SamplePlan.of(data, demand, 1, new Content(true, true, false));
    atoms = plan.layout().atoms();
    masses = Arrays.stream(atoms).mapToDouble(a -> data.source().masses()[a]).toArray();
    PointColumns decoded = new PointColumns(plan.layout(), size, false, false);
    decoded.fill(frames, 0, size);
    positions = decoded.frames().positions().clone();
    boxes = decoded.frames().boxes().clone();
    columns = new PointColumns(plan.layout(), size, true, true);
    columns.frames().setSize(size);
    evaluator = new BlockEvaluator(plan, columns, new Watch());
    samples = new Samples(plan, size);
    node = plan.graph().ofJob(number);
  }

  /**
   * The number of frames.
   *
   * @return at least 1
   */
  public int frames() {
    return size;
  }

  /**
   * The atoms that the coordinate depends on.
   *
   * @return indices from 0, ascending
   */
  public int[] atoms() {
    return atoms.clone();
  }

  /**
   * The masses of the atoms that the coordinate depends on.
   *
   * @return one mass an atom in amu
   */
  public double[] masses() {
    return masses.clone();
  }

  /**
   * Where the atoms are in the input.
   *
   * @return columns in nm, a copy
   */
  public double[] positions() {
    return positions.clone();
  }

  /**
   * The boxes of the input.
   *
   * @return nine columns in nm, a copy; zero where there is none
   */
  public double[] boxes() {
    return boxes.clone();
  }

  /**
   * The circle on which the coordinate lives.
   *
   * @return the period; empty where it is not periodic
   */
  public Optional<Period> period() {
    return coordinate.coordinate().period();
  }

  /**
   * Evaluates the coordinate.
   *
   * @param at where the atoms are, in nm
   * @param direction how fast they move, in nm/ps
   * @param in the boxes, in nm
   * @throws IllegalStateException if the coordinate throws, with what it threw as the cause
   */
  public void evaluate(double[] at, double[] direction, double[] in) {
    FrameBlock block = columns.frames();
    System.arraycopy(at, 0, block.positions(), 0, at.length);
    System.arraycopy(direction, 0, block.velocities(), 0, direction.length);
    System.arraycopy(in, 0, block.boxes(), 0, in.length);
    Arrays.fill(block.forces(), 0);
    columns.gather();
    evaluator.evaluate(samples, 0);
    if (evaluator.failure(node) != null) {
      throw new IllegalStateException(evaluator.failure(node));
    }
  }

  /**
   * The values.
   *
   * @return one column, valid until the next evaluation
   */
  public double[] values() {
    return samples.values[node.index];
  }

  /**
   * The derivatives along the direction, u·∇R.
   *
   * @return one column, valid until the next evaluation
   */
  public double[] slopes() {
    return samples.rates[node.index];
  }

  /**
   * The second derivatives along the direction, uᵀHu.
   *
   * @return one column, valid until the next evaluation
   */
  public double[] curvatures() {
    return samples.direct[node.index];
  }

  /**
   * The mass-weighted Laplacians ℓ.
   *
   * @return one column, valid until the next evaluation
   */
  public double[] laplacians() {
    return samples.averaged[node.index];
  }
}
