package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * What the {@link FootPoint} of a structure on a {@link ReactionPath} says: the arc length s there,
 * the distance η from it, or the curvature κ of the path there. With v = |q′| and t the parameter
 * of the foot point,
 *
 * <pre>
 *   ∇s = v ∇t,        s̈ = v ẗ + (q′·q″/v) ṫ²
 *   ∇η = R⁻¹ δ/η,     η̈ = (Ë − η̇²)/η with E = ½ η²
 *   κ² = (q′² q″² − (q′·q″)²)/q′⁶
 * </pre>
 *
 * <p>in mass-weighted coordinates.
 */
final class ReactionCoordinate extends PointVariable {
  /** What is asked for. */
  enum Component {
    /** The arc length s of the foot point. */
    S("amu^1/2 nm"),
    /** The distance η from it. */
    ETA("amu^1/2 nm"),
    /** The curvature κ of the path there. */
    KAPPA("amu^-1/2 nm^-1");

    private final String unit;

    Component(String unit) {
      this.unit = unit;
    }
  }

  /** η in parts of the extent of the structure below which it has no direction. */
  private static final double NOISE = 1e-12;

  private final Component component;
  private final FootPoint.Places places;
  private final Fitting fitting;
  private final boolean nearestImage;
  private final double[] roots;
  private final double[] fractions;
  private final List<String> notes;

  ReactionCoordinate(
      List<Point> points,
      double[] masses,
      ReactionPath path,
      Component component,
      Fitting fitting,
      boolean nearestImage,
      List<String> notes) {
    super(points, component.unit);
    this.component = component;
    this.places = new FootPoint.Places(path);
    this.fitting = fitting;
    this.nearestImage = nearestImage;
    this.roots = new double[masses.length];
    this.fractions = new double[masses.length];
    double sum = 0;
    for (double mass : masses) {
      sum += mass;
    }
    for (int p = 0; p < masses.length; p++) {
      roots[p] = Math.sqrt(masses[p]);
      fractions[p] = masses[p] / sum;
    }
    this.notes = List.copyOf(notes);
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    Conformation whole =
        fitting == Fitting.NONE ? null : new Conformation(in, fractions, nearestImage, out);
    FootPoint foot = new FootPoint(places, fitting == Fitting.OPTIMAL);
    Answer answer = new Answer(in, out, foot);
    for (int j = 0; j < in.size(); j++) {
      double[] x = foot.structure();
      for (int k = 0; k < x.length; k++) {
        int p = k / 3;
        x[k] =
            roots[p]
                * (whole == null
                    ? in.positions()[in.offset(p) + k % 3 * in.stride() + j]
                    : whole.column(p, k % 3)[j]);
      }
      if (foot.find()) {
        answer.frame(j);
      } else {
        answer.missing(j);
      }
    }
  }

  /** Fills one block. */
  private final class Answer {
    private final PointBlock in;
    private final DerivativeBlock out;
    private final FootPoint foot;
    private final boolean curved;
    private final double[] shares;
    private final double[] rates;
    private final double free;

    Answer(PointBlock in, DerivativeBlock out, FootPoint foot) {
      this.in = in;
      this.out = out;
      this.foot = foot;
      this.curved = curved(in, out);
      this.shares = new double[3 * roots.length];
      this.rates = new double[shares.length];
      double sum = 0;
      for (int k = 0; k < shares.length; k++) {
        int p = k / 3;
        shares[k] = in.inverseMass(p) * roots[p] * roots[p];
        sum += shares[k] * (fitting == Fitting.NONE ? 1 : 1 - fractions[p]);
      }
      free = sum;
    }

    void missing(int j) {
      out.value()[j] = Double.NaN;
      if (out.order() >= 1) {
        for (int p = 0; p < roots.length; p++) {
          out.setGradient(p, j, Double.NaN, Double.NaN, Double.NaN);
        }
      }
      if (out.order() >= 2) {
        out.laplacian()[j] = Double.NaN;
        if (curved) {
          out.curvature()[j] = Double.NaN;
        }
      }
    }

    void frame(int j) {
      foot.differentiate(out.order());
      if (component == Component.ETA) {
        distance(j);
        return;
      }
      double[][] q = foot.shape();
      double a = FootPoint.dot(q[1], q[1]);
      double b = FootPoint.dot(q[1], q[2]);
      if (component == Component.S) {
        double speed = Math.sqrt(a);
        function(j, places.path().arc(foot.parameter()), speed, b / speed);
        return;
      }
      double c = FootPoint.dot(q[2], q[2]);
      double a1 = 2 * b;
      double b1 = c + FootPoint.dot(q[1], q[3]);
      double c1 = 2 * FootPoint.dot(q[2], q[3]);
      double a2 = 2 * b1;
      double b2 = 1.5 * c1 + FootPoint.dot(q[1], q[4]);
      double c2 = 2 * (FootPoint.dot(q[3], q[3]) + FootPoint.dot(q[2], q[4]));
      double d = a * c - b * b;
      double d1 = a1 * c + a * c1 - 2 * b * b1;
      double d2 = a2 * c + 2 * a1 * c1 + a * c2 - 2 * (b1 * b1 + b * b2);
      // κ = √d a^(−3/2), by logarithmic derivatives
      double kappa = Math.sqrt(Math.max(0, d)) / (a * Math.sqrt(a));
      double g = d1 / (2 * d) - 1.5 * a1 / a;
      double g1 = (d2 - d1 * d1 / d) / (2 * d) - 1.5 * (a2 - a1 * a1 / a) / a;
      boolean straight = !(kappa * kappa * a > NOISE * NOISE);
      function(
          j,
          kappa,
          straight ? Double.NaN : kappa * g,
          straight ? Double.NaN : kappa * (g * g + g1));
    }

    /** Fills in a function of t alone, by its derivatives. */
    private void function(int j, double value, double first, double second) {
      out.value()[j] = value;
      if (out.order() == 0) {
        return;
      }
      gradient(j, foot.tau, first);
      if (out.order() == 1) {
        return;
      }
      double square = 0;
      for (int k = 0; k < shares.length; k++) {
        square += shares[k] * foot.tau[k] * foot.tau[k];
      }
      out.laplacian()[j] = first * foot.laplacian(shares) + second * square;
      if (curved) {
        turnRates(j, false);
        double rate = FootPoint.dot(foot.tau, rates);
        out.curvature()[j] = first * foot.acceleration(rates) + second * rate * rate;
      }
    }

    private void distance(int j) {
      double square = FootPoint.dot(foot.delta, foot.delta);
      double eta = Math.sqrt(square);
      out.value()[j] = eta;
      if (out.order() == 0) {
        return;
      }
      double least = NOISE * NOISE * FootPoint.dot(foot.y, foot.y);
      double inverse = square > least ? 1 / eta : Double.NaN;
      gradient(j, foot.delta, inverse);
      if (out.order() == 1) {
        return;
      }
      double sum = 0;
      for (int k = 0; k < shares.length; k++) {
        sum += shares[k] * foot.delta[k] * foot.delta[k];
      }
      out.laplacian()[j] =
          inverse * (free + foot.energyLaplacian(shares) - sum * inverse * inverse);
      if (curved) {
        turnRates(j, fitting != Fitting.NONE);
        double rate = FootPoint.dot(foot.delta, rates) * inverse;
        out.curvature()[j] = inverse * (foot.energyAcceleration(rates) - rate * rate);
      }
    }

    /** Turns a vector that goes with y back to the frame and scales it. */
    private void gradient(int j, double[] vector, double factor) {
      double[] r = foot.rotation;
      for (int p = 0; p < roots.length; p++) {
        double x = vector[3 * p];
        double y = vector[3 * p + 1];
        double z = vector[3 * p + 2];
        double f = factor * roots[p];
        out.setGradient(
            p,
            j,
            f * (r[0] * x + r[3] * y + r[6] * z),
            f * (r[1] * x + r[4] * y + r[7] * z),
            f * (r[2] * x + r[5] * y + r[8] * z));
      }
    }

    /** Takes the velocities of a frame, turned onto the path. */
    private void turnRates(int j, boolean centred) {
      double[] v = in.velocities();
      int stride = in.stride();
      double mx = 0;
      double my = 0;
      double mz = 0;
      for (int p = 0; centred && p < roots.length; p++) {
        int at = in.offset(p) + j;
        mx += fractions[p] * v[at];
        my += fractions[p] * v[at + stride];
        mz += fractions[p] * v[at + 2 * stride];
      }
      double[] r = foot.rotation;
      for (int p = 0; p < roots.length; p++) {
        int at = in.offset(p) + j;
        double x = v[at] - mx;
        double y = v[at + stride] - my;
        double z = v[at + 2 * stride] - mz;
        for (int d = 0; d < 3; d++) {
          rates[3 * p + d] = roots[p] * (r[3 * d] * x + r[3 * d + 1] * y + r[3 * d + 2] * z);
        }
      }
    }
  }
}
