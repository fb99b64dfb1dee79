package org.chikei.integration.tests;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Frames of eight atoms drawn from the canonical distribution, each independent of the others, with
 * velocities and the forces of one potential: so all that is exact at equilibrium is exact here.
 *
 * <ul>
 *   <li>Atom 1 in two wells along z, atom 2 at a distance from it.
 *   <li>Atom 3 on a hill along the elliptic coordinate μ of the foci (±0.1, 0, 0).
 *   <li>Atom 4 in a valley that runs straight along x, half round a circle, and straight back, with
 *       a hill along its length; atom 5 beside it.
 *   <li>Atoms 6, 7 and 8 each in a trap of its own.
 * </ul>
 *
 * Units are nm, ps, amu and kJ/mol, at 300 K.
 */
final class ReviewSample {
  static final double KT = 0.00831446261815324 * 300;
  static final double[] MASSES = {12, 16, 20, 16, 12, 14, 12, 12};

  private static final double FOCUS = 0.1;
  private static final double RADIUS = 0.1;
  private static final double HALF = Math.PI * RADIUS / 2;
  private static final double STRAIGHT = 0.12;
  private static final double VALLEY = 0.06;
  private static final double[][] TRAPS = {{0, 0, 0}, {0.25, 0.1, 0}, {-0.2, 0.2, 0.1}};

  private final Random random;
  private final double[][] x = new double[8][3];
  private final double[][] f = new double[8][3];

  private ReviewSample(long seed) {
    random = new Random(seed);
  }

  /** Writes a structure, a trajectory and the path of atoms 4 and 5 into a folder. */
  static void write(Path folder, int frames, long seed) throws IOException {
    ReviewSample sample = new ReviewSample(seed);
    try (Writer out = Files.newBufferedWriter(folder.resolve("sample.xyz"))) {
      for (int frame = 0; frame < frames; frame++) {
        sample.draw();
        sample.write(out, frame);
      }
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve("structure.xyz"))) {
      out.write("8\n\n");
      for (int atom = 0; atom < 8; atom++) {
        out.write("C " + 3 * atom + " 0 0\n");
      }
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve("path.xyz"))) {
      for (double s = -HALF - STRAIGHT; s <= HALF + STRAIGHT + 1e-9; s += 0.005) {
        double[] place = valley(s, 0);
        out.write("2\n\nC %.7f %.7f 0\nC 5 0 0\n".formatted(10 * place[0], 10 * place[1]));
      }
    }
  }

  private void draw() {
    for (double[] force : f) {
      Arrays.fill(force, 0);
    }
    pair();
    ellipse();
    path();
    for (int atom = 5; atom < 8; atom++) {
      trap(atom, TRAPS[atom - 5], 0.05);
    }
  }

  /** Adds a harmonic trap of some spread to an atom that is drawn from it. */
  private void trap(int atom, double[] centre, double spread) {
    for (int d = 0; d < 3; d++) {
      x[atom][d] = centre[d] + spread * random.nextGaussian();
      f[atom][d] -= KT * (x[atom][d] - centre[d]) / (spread * spread);
    }
  }

  /** V = 3 kT ((z/0.1)² − 1)² of atom 1; 40 kT ((d/0.3)² − 1)² of the distance of atom 2. */
  private void pair() {
    trap(0, new double[3], 0.05);
    double z;
    do {
      z = 4 * random.nextDouble() - 2;
    } while (random.nextDouble() > Math.exp(-3 * (z * z - 1) * (z * z - 1)));
    x[0][2] = 0.1 * z;
    f[0][2] = -3 * KT * 4 * z * (z * z - 1) / 0.1;
    double d;
    do {
      d = 2 * random.nextDouble();
    } while (4 * random.nextDouble() > d * d * Math.exp(-10 * (d * d - 1) * (d * d - 1)));
    double[] way = new double[3];
    double length = 0;
    for (int i = 0; i < 3; i++) {
      way[i] = random.nextGaussian();
      length += way[i] * way[i];
    }
    double force = -10 * KT * 4 * d * (d * d - 1) / 0.3;
    for (int i = 0; i < 3; i++) {
      way[i] /= Math.sqrt(length);
      x[1][i] = x[0][i] + 0.3 * d * way[i];
      f[1][i] = force * way[i];
      f[0][i] -= force * way[i];
    }
  }

  /** V = 2 kT exp(−((μ − 0.8)/0.2)²), and 50 kT (μ − 1.6)² beyond 1.6. */
  private void ellipse() {
    double mu;
    double nu;
    double weight;
    do {
      mu = 2 * random.nextDouble();
      nu = Math.PI * random.nextDouble();
      double hill = 2 * Math.exp(-Math.pow((mu - 0.8) / 0.2, 2));
      double wall = 50 * Math.pow(Math.max(0, mu - 1.6), 2);
      double area = Math.pow(Math.sinh(mu), 2) + Math.pow(Math.sin(nu), 2);
      weight = area * Math.sinh(mu) * Math.sin(nu) * Math.exp(-hill - wall);
    } while (20 * random.nextDouble() > weight);
    double around = 2 * Math.PI * random.nextDouble();
    double across = FOCUS * Math.sinh(mu) * Math.sin(nu);
    x[2][0] = FOCUS * Math.cosh(mu) * Math.cos(nu);
    x[2][1] = across * Math.cos(around);
    x[2][2] = across * Math.sin(around);
    double t = (mu - 0.8) / 0.2;
    double slope = -2 * t / 0.2 * 2 * Math.exp(-t * t) + 100 * Math.max(0, mu - 1.6);
    // ∇μ is the sum of the unit vectors from the foci over 2c sinh μ
    for (int side = -1; side <= 1; side += 2) {
      double along = x[2][0] - side * FOCUS;
      double distance = Math.hypot(along, across);
      double factor = -KT * slope / (2 * FOCUS * Math.sinh(mu) * distance);
      f[2][0] += factor * along;
      f[2][1] += factor * x[2][1];
      f[2][2] += factor * x[2][2];
    }
  }

  /** The place at length s of the valley and η to its left; s = 0 at the top of the turn. */
  private static double[] valley(double s, double eta) {
    double radius = RADIUS - eta;
    if (s < -HALF) {
      return new double[] {s + HALF, -radius};
    }
    if (s > HALF) {
      return new double[] {HALF - s, radius};
    }
    double angle = s / RADIUS;
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
  }

  /**
   * V = 3 kT exp(−(s/0.08)²) + kT (η/0.06)⁴ + 2000 kT (|s| − 0.2)² beyond 0.2, and a spring along
   * z; the volume is (1 − η/R) in the turn.
   */
  private void path() {
    trap(3, new double[3], 0.02);
    double s;
    double eta;
    double weight;
    do {
      s = 0.6 * (random.nextDouble() - 0.5);
      eta = 0.19 * (random.nextDouble() - 0.5);
      double wall = 2000 * Math.pow(Math.max(0, Math.abs(s) - 0.2), 2);
      double turn = Math.abs(s) < HALF ? 1 - eta / RADIUS : 1;
      weight =
          turn * Math.exp(-3 * Math.exp(-Math.pow(s / 0.08, 2)) - Math.pow(eta / VALLEY, 4) - wall);
    } while (2 * random.nextDouble() > weight);
    double[] place = valley(s, eta);
    x[3][0] = place[0];
    x[3][1] = place[1];
    double t = s / 0.08;
    double slope =
        -2 * t / 0.08 * 3 * Math.exp(-t * t)
            + Math.signum(s) * 4000 * Math.max(0, Math.abs(s) - 0.2);
    double along = -KT * slope / (Math.abs(s) < HALF ? 1 - eta / RADIUS : 1);
    double across = -KT * 4 * Math.pow(eta / VALLEY, 3) / VALLEY;
    double[] tangent =
        s < -HALF
            ? new double[] {1, 0}
            : s > HALF
                ? new double[] {-1, 0}
                : new double[] {-Math.sin(s / RADIUS), Math.cos(s / RADIUS)};
    f[3][0] = along * tangent[0] - across * tangent[1];
    f[3][1] = along * tangent[1] + across * tangent[0];
    trap(4, new double[] {0.5, 0, 0}, 0.02);
  }

  private void write(Writer out, int frame) throws IOException {
    out.write("8\nProperties=species:S:1:pos:R:3:velo:R:3:forces:R:3 Time=" + frame + "\n");
    StringBuilder line = new StringBuilder();
    for (int atom = 0; atom < 8; atom++) {
      double thermal = Math.sqrt(KT / MASSES[atom]);
      line.setLength(0);
      line.append('C');
      for (int d = 0; d < 3; d++) {
        line.append(' ').append((float) x[atom][d]);
      }
      for (int d = 0; d < 3; d++) {
        line.append(' ').append((float) (thermal * random.nextGaussian()));
      }
      for (int d = 0; d < 3; d++) {
        line.append(' ').append((float) f[atom][d]);
      }
      out.write(line.append('\n').toString());
    }
  }
}
