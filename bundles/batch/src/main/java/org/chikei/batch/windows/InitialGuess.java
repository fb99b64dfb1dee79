package org.chikei.batch.windows;

/**
 * A guess of the free energies of windows: the mean force of each restraint, integrated from window
 * to nearest window. Counts the frames on the way.
 */
final class InitialGuess {
  private final Restraints restraints;
  private final double[] counts;

  /** β times how the free energy of each window grows as its centre moves. */
  private final double[][] slopes;

  /**
   * Looks at the frames.
   *
   * @param restraints the restraints
   * @param samples the frames
   * @param kT the thermal energy
   * @param counts receives how many frames each window has
   */
  InitialGuess(Restraints restraints, WindowSamples samples, double kT, double[] counts) {
    this.restraints = restraints;
    this.counts = counts;
    int coordinates = restraints.of().length;
    slopes = new double[restraints.windows()][coordinates];
    for (int s = 0; s < samples.segments(); s++) {
      int window = samples.window(s);
      double[][] values = samples.values(s);
      for (int n = 0; n < values[0].length; n++) {
        double energy = restraints.energy(window, values, n);
        if (energy == energy) {
          counts[window]++;
          for (int a = 0; a < coordinates; a++) {
            slopes[window][a] -= restraints.slope(window, a, values[a][n]) / kT;
          }
        }
      }
    }
    for (int k = 0; k < counts.length; k++) {
      for (int a = 0; a < coordinates && counts[k] > 0; a++) {
        slopes[k][a] /= counts[k];
      }
    }
  }

  /** The guess, 0 for the first window. */
  double[] freeEnergies() {
    int windows = restraints.windows();
    double[] f = new double[windows];
    boolean[] reached = new boolean[windows];
    int[] nearest = new int[windows];
    double[] distance = new double[windows];
    reached[0] = true;
    for (int k = 1; k < windows; k++) {
      distance[k] = distance(0, k);
    }
    for (int round = 1; round < windows; round++) {
      int next = -1;
      for (int k = 0; k < windows; k++) {
        if (!reached[k] && (next < 0 || distance[k] < distance[next])) {
          next = k;
        }
      }
      int from = nearest[next];
      f[next] = f[from];
      for (int a = 0; a < slopes[next].length; a++) {
        f[next] += 0.5 * (slopes[from][a] + slopes[next][a]) * step(from, next, a);
      }
      reached[next] = true;
      for (int k = 0; k < windows; k++) {
        if (!reached[k] && distance(next, k) < distance[k]) {
          distance[k] = distance(next, k);
          nearest[k] = next;
        }
      }
    }
    return f;
  }

  private double step(int from, int to, int coordinate) {
    return restraints.off(from, coordinate, restraints.centres()[to][coordinate]);
  }

  /** How far apart centres are, in the widths of the stiffer restraint. */
  private double distance(int from, int to) {
    double square = 0;
    for (int a = 0; a < slopes[from].length; a++) {
      double k = Math.max(restraints.constants()[from][a], restraints.constants()[to][a]);
      double step = step(from, to, a);
      square += k * step * step;
    }
    return square;
  }
}
