package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.chikei.api.InputException;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.structure.Bond;

/** What is known of a job's data before they are read: their first frames and a pilot sample. */
public final class FirstLook implements AutoCloseable {
  private static final int HEAD = 256;
  private static final long PILOT_BYTES = 64L << 20;

  private final JobData data;
  private final List<JobStep> steps;
  private final Patience patience;
  private final InputLook look;
  private final boolean[] resolved;
  private final double[] firstValues;
  private final double spacing;
  private final List<Set<Kinetics>> available = new ArrayList<>();
  private final SamplePlan plan;
  private final Slice spread;
  private final SliceEvaluator pilot;
  private final double pilotSeconds;

  /**
   * Looks at the input and samples a pilot.
   *
   * @param data the data
   * @param steps the steps
   * @param patience how long one call of a coordinate or a step may take
   * @throws IOException if the input cannot be read or lacks what the job demands
   * @throws JobCancelledException if it was cancelled meanwhile
   */
  public FirstLook(JobData data, List<JobStep> steps, Patience patience)
      throws IOException, JobCancelledException {
    this.data = data;
    this.patience = patience;
    this.steps = List.copyOf(steps);
    this.look = new InputLook(data.source());
    try {
      Content content = content();
      Slice head = Pilot.head(data, HEAD);
      spacing = head.spacing();
      resolved = new boolean[data.coordinates().size()];
      firstValues = new double[resolved.length];
      followHead(head);
      Demand demand = new Demand(data.coordinates().size());
      for (JobStep step : this.steps) {
        Set<Kinetics> kinds = kinds(step, content);
        available.add(kinds);
        demand.add(step.of(), step.requirements(), kinds);
      }
      if (data.restraints() != null) {
        demand.addRestrained(data.restraints().of());
      }
      plan = plan(demand, content);
      long most = PILOT_BYTES / plan.frameBytes();
      spread = Pilot.spread(data, look, (int) Math.max(16, Math.min(4096, most)));
      long began = System.nanoTime();
      try {
        pilot = evaluated(plan, spread);
      } catch (IOException | RuntimeException | JobCancelledException e) {
        spread.release();
        throw e;
      }
      pilotSeconds = (System.nanoTime() - began) * 1e-9;
    } catch (IOException | RuntimeException | JobCancelledException e) {
      look.close();
      throw e;
    }
  }

  private SamplePlan plan(Demand demand, Content content) {
    return SamplePlan.of(data, demand, data.kT(), content);
  }

  /** What frames carry, columns of velocities and accelerations that coordinates have included. */
  private Content content() {
    boolean times = look.content().times() || !Double.isNaN(data.selection().timeStep());
    if (data.source().hasAtoms()) {
      return new Content(look.content().velocities(), look.content().forces(), times);
    }
    return new Content(
        data.coordinates().stream().anyMatch(c -> KineticsChoice.moves(c.coordinate())),
        data.coordinates().stream().anyMatch(c -> KineticsChoice.accelerates(c.coordinate())),
        times);
  }

  /** Evaluates a slice without the coordinates that do not come back. */
  private SliceEvaluator evaluated(SamplePlan of, Slice slice)
      throws IOException, JobCancelledException {
    while (true) {
      Watch watch = new Watch();
      SliceEvaluator evaluator = new SliceEvaluator(of, slice.frames().size(), watch, patience);
      try {
        return patience.await(
            "chikei-batch-look",
            watch,
            () -> {
              evaluator.evaluate(slice);
              return evaluator;
            });
      } catch (Patience.Late late) {
        CoordinateGraph.Node node = (CoordinateGraph.Node) late.inside();
        patience.giveUp(node.coordinate, of.name(node), of.bundle(node), "at the first look");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException io) {
          throw io;
        }
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) e.getCause();
      }
    }
  }

  /** Evaluates the first frames: tells first values and whether the spacing resolves motions. */
  private void followHead(Slice head) throws IOException, JobCancelledException {
    int size = head.frames().size();
    SamplePlan values = plan(Demand.ofAll(resolved.length), new Content(false, false, false));
    SliceEvaluator evaluator;
    try {
      evaluator = evaluated(values, head);
    } finally {
      head.release();
    }
    for (int k = 0; k < resolved.length; k++) {
      double[] column = evaluator.view(k).values(0);
      firstValues[k] = column[0];
      resolved[k] =
          Smoothness.resolved(column, size, data.coordinates().get(k).info().period().orElse(null));
    }
  }

  private Set<Kinetics> kinds(JobStep step, Content content) throws IOException {
    Set<Kinetics> kinds = EnumSet.allOf(Kinetics.class);
    String written = data.source().parts().get(0).written();
    if (data.source().hasAtoms()) {
      kinds.retainAll(KineticsChoice.allowed(data.kinetics(), content, written));
      if (step.requirements().kinetics()) {
        for (int k : step.of()) {
          KineticsChoice.restrict(kinds, data.kinetics(), data.coordinates().get(k), written);
        }
      }
    } else {
      for (int k : step.of()) {
        Optional<Kinetics> demanded =
            step.requirements().kinetics() ? data.kinetics() : Optional.empty();
        JobCoordinate coordinate = data.coordinates().get(k);
        kinds.retainAll(KineticsChoice.ofColumns(demanded, coordinate, content.times(), written));
      }
    }
    boolean smooth = Arrays.stream(step.of()).allMatch(k -> resolved[k]);
    if (data.kinetics().isEmpty() && !smooth) {
      kinds.remove(Kinetics.SERIES);
    }
    return kinds;
  }

  /**
   * What a step is told of the data.
   *
   * @param step its number from 0
   * @return the overview
   */
  public DataOverview overview(int step) {
    return new DataOverview(
        data.kT(),
        data.reduced(),
        available.get(step),
        data.kinetics().orElse(null),
        expectedFrames(),
        spacing,
        resolution(steps.get(step).of()),
        pilot.view(steps.get(step).of()),
        data.restraints() == null ? 0 : data.restraints().windows(),
        alongBias(Arrays.copyOf(steps.get(step).of(), steps.get(step).own())));
  }

  /** Whether the bias that weights undo is a function of some coordinates. */
  private boolean alongBias(int[] of) {
    return !data.biased().isEmpty()
        && data.biased().stream().allMatch(b -> Arrays.stream(of).anyMatch(a -> a == b));
  }

  private double resolution(int[] of) {
    double coarsest = look.resolution();
    for (int k : of) {
      Coordinate coordinate = data.coordinates().get(k).coordinate();
      coarsest = Math.max(coarsest, resolution(coordinate));
    }
    return coarsest;
  }

  /** How finely the columns are written that a coordinate is made of; the coarsest of them. */
  private double resolution(Coordinate coordinate) {
    if (coordinate instanceof CompositeVariable composite) {
      return composite.components().stream().mapToDouble(this::resolution).max().orElse(0);
    }
    return coordinate instanceof ColumnVariable column
        ? data.source().columns().get(column.column()).resolution()
        : 0;
  }

  private long expectedFrames() {
    int stride = data.selection().stride();
    return look.frames() < 0 || data.selection().bounded()
        ? -1
        : (look.frames() + stride - 1) / stride;
  }

  /**
   * The open files.
   *
   * @return what was seen at the first look
   */
  public InputLook input() {
    return look;
  }

  /**
   * The time between the first frames.
   *
   * @return the spacing in ps; NaN where it is not known
   */
  public double spacing() {
    return spacing;
  }

  /**
   * Whether differences of a coordinate from frame to frame are velocities.
   *
   * @param coordinate its number from 0 in the job
   * @return true if the frames resolve its motion
   */
  public boolean resolved(int coordinate) {
    return resolved[coordinate];
  }

  /**
   * A coordinate's value in the first frame.
   *
   * @param coordinate its number from 0 in the job
   * @return the value in its unit
   */
  public double firstValue(int coordinate) {
    return firstValues[coordinate];
  }

  /**
   * How many frames the pilot has.
   *
   * @return the number
   */
  public int pilotFrames() {
    return spread.frames().size();
  }

  /**
   * How long the pilot took.
   *
   * @return the time for all its frames in s, by a program that has just begun
   */
  public double pilotSeconds() {
    return pilotSeconds;
  }

  /**
   * The times of the pilot's frames.
   *
   * @return the times in ps, ascending within a segment
   */
  public double[] pilotTimes() {
    return spread.frames().times().clone();
  }

  /**
   * Evaluates bonds in the pilot's frames.
   *
   * @param bonds the bonds
   * @return their lengths and, where the frames have velocities, how fast they change
   * @throws IOException if frames cannot be read
   */
  public BondColumns bonds(List<Bond> bonds) throws IOException {
    return BondColumns.of(bonds, data.source().masses(), spread, look.content().velocities());
  }

  /**
   * One coordinate by itself, to be evaluated wherever its atoms are put.
   *
   * @param coordinate its number from 0 in the job
   * @param frames how many frames of the pilot to begin with, at most
   * @return the coordinate with those frames
   * @throws IOException if frames cannot be read
   */
  public Trial trial(int coordinate, int frames) throws IOException {
    if (!data.source().hasAtoms()) {
      throw new InputException(
          "derivatives are taken with respect to atoms, and a source of the kind '"
              + data.source().kind()
              + "' has none");
    }
    return new Trial(data, coordinate, spread.spread(frames));
  }

  /** How samples are made of frames. */
  SamplePlan plan() {
    return plan;
  }

  @Override
  public void close() throws IOException {
    spread.release();
    look.close();
  }
}
