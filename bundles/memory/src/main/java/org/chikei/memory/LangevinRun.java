package org.chikei.memory;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A generalised Langevin equation with the mean force and the fitted kernel of a coordinate,
 * integrated from frames of the data: half a kick by the mean force, half a step, friction and
 * random force exactly, half a step, half a kick (B. Leimkuhler and C. Matthews, J. Chem. Phys.
 * 138, 174102 (2013)). Walls stand at the ends of what the data have seen.
 *
 * <p>Replicas are independent, each with a random stream of its own that depends on the seed and
 * its number alone.
 */
final class LangevinRun {
  /** How many replicas there are. */
  static final int REPLICAS = 32;

  /** The fastest motion turns by this many radians in a step. */
  private static final double ANGLE = 0.1;

  /** How much a run may cost: about two seconds. */
  private static final long MOST_WORK = 2_000_000_000;

  private static final int FEWEST_FRAMES = 1_000_000;
  private static final int MOST_FRAMES = 3_000_000;

  private final Motion data;
  private final Spline force;
  private final Embedding embedding;
  private final int substeps;
  private final double step;
  private final double[] range;
  private final long seed;

  /**
   * Prepares.
   *
   * @param data the motion whose frames are begun from
   * @param force the mean force
   * @param terms the kernel
   * @param seed what chance depends on
   */
  LangevinRun(Motion data, Spline force, List<KernelFit.Term> terms, long seed) {
    this.data = data;
    this.force = force;
    this.seed = seed;
    this.range = data.range();
    double omega = Math.sqrt(data.squaredAcceleration() / data.squaredVelocity());
    this.substeps = (int) Math.max(1, Math.min(100, Math.ceil(omega * data.step() / ANGLE)));
    this.step = data.step() / substeps;
    this.embedding = Embedding.of(terms, data.squaredVelocity(), step);
  }

  /** How many frames each replica has. */
  int frames() {
    long wanted = Math.max(FEWEST_FRAMES, Math.min(MOST_FRAMES, 2L * data.frames()));
    long size = embedding.size();
    long affordable = MOST_WORK / (substeps * (20 + 12 * size + 2 * size * size));
    return (int) (Math.min(wanted, affordable) / REPLICAS);
  }

  /** Runs all replicas; the accelerations of the result are not known. */
  Motion run() {
    int frames = frames();
    int[] starts = new int[REPLICAS + 1];
    Arrays.setAll(starts, s -> s * frames);
    Motion all =
        new Motion(
            data.step(),
            data.period(),
            starts,
            new double[REPLICAS * frames],
            new double[REPLICAS * frames],
            null);
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int replica = 0; replica < REPLICAS; replica++) {
      SplittableRandom random = seeds.split();
      int begin = (int) ((replica + 0.5) * data.frames() / REPLICAS);
      new Replica(begin, random).run(all, starts[replica], frames);
    }
    return all;
  }

  /** One of the systems. */
  private final class Replica {
    private final SplittableRandom random;
    private final double[] normal = new double[embedding.size()];

    /** The velocity and the variables behind the memory. */
    private double[] state = new double[embedding.size()];

    private double[] next = new double[embedding.size()];
    private double r;
    private double f;

    Replica(int frame, SplittableRandom random) {
      this.random = random;
      addNoise(embedding.stationary(), state);
      state[0] = data.velocity()[frame];
      r = data.position()[frame];
      f = force.value(r);
    }

    /** The first tenth is let go. */
    void run(Motion all, int at, int frames) {
      for (int j = -frames / 10; j < frames; j++) {
        for (int k = 0; k < substeps; k++) {
          step();
        }
        if (j >= 0) {
          all.position()[at + j] = r;
          all.velocity()[at + j] = state[0];
        }
      }
    }

    private void step() {
      state[0] += step / 2 * f;
      drift();
      double[][] transition = embedding.transition();
      for (int i = 0; i < next.length; i++) {
        double sum = 0;
        for (int j = 0; j < next.length; j++) {
          sum += transition[i][j] * state[j];
        }
        next[i] = sum;
      }
      addNoise(embedding.noise(), next);
      double[] before = state;
      state = next;
      next = before;
      drift();
      f = force.value(r);
      state[0] += step / 2 * f;
    }

    private void drift() {
      r += step / 2 * state[0];
      if (data.period().isPresent()) {
        r = data.period().get().wrap(r);
      } else if (r < range[0]) {
        r = Math.min(range[1], 2 * range[0] - r);
        state[0] = -state[0];
      } else if (r > range[1]) {
        r = Math.max(range[0], 2 * range[1] - r);
        state[0] = -state[0];
      }
    }

    private void addNoise(double[][] factor, double[] into) {
      for (int j = 0; j < normal.length; j++) {
        normal[j] = random.nextGaussian();
      }
      for (int i = 0; i < into.length; i++) {
        double sum = 0;
        for (int j = 0; j < normal.length; j++) {
          sum += factor[i][j] * normal[j];
        }
        into[i] += sum;
      }
    }
  }
}
