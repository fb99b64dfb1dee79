package org.chikei.coordinates;

import java.util.Arrays;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.coordinates.switching.RadialFunction;

/**
 * A smooth function near the smallest of the distances between the points of two groups, or of one.
 * It is made of L = log Σ e^φ(r), φ a function that falls with the distance, taken relative to the
 * largest φ, so that nothing overflows:
 *
 * <pre>
 *   inverse      φ = β/r        R = β/L
 *   soft         φ = −β r       R = −L/β
 *   power-sum    φ = −n log r   R = e^(−L/n)
 *   power-mean   φ = −n log r   R = e^((log N − L)/n), N the number of pairs
 * </pre>
 *
 * <p>Where two points coincide it is zero and has no derivatives.
 */
final class MinimumDistance extends PointVariable {
  /** How the distances are brought together. */
  enum Form {
    INVERSE,
    SOFT,
    POWER_SUM,
    POWER_MEAN
  }

  private static final int TOP = PairAccumulator.SCRATCH;

  private final Groups groups;
  private final Form form;
  private final double strength;
  private final boolean nearestImage;

  /**
   * Makes the coordinate.
   *
   * @param strength β in nm (inverse) or 1/nm (soft), or the exponent n
   */
  MinimumDistance(Groups groups, Form form, double strength, boolean nearestImage) {
    super(groups.points(), "nm");
    this.groups = groups;
    this.form = form;
    this.strength = strength;
    this.nearestImage = nearestImage;
  }

  @Override
  public boolean countsSharedAtoms() {
    return true;
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    PairAccumulator accumulator = new PairAccumulator(in, out, nearestImage);
    accumulator.clear();
    double[] top = out.scratch(TOP);
    Arrays.fill(top, 0, in.size(), Double.POSITIVE_INFINITY);
    groups.forEachPair((p, q) -> least(in.size(), accumulator.squares(p, q), top));
    for (int j = 0; j < in.size(); j++) {
      top[j] = phi(Math.sqrt(top[j]));
    }
    Term term = new Term(top);
    groups.forEachPair((p, q) -> accumulator.add(p, q, term));
    double[] first = out.scratch(TOP + 1);
    double[] second = out.scratch(TOP + 2);
    for (int j = 0; j < in.size(); j++) {
      finish(j, out.value(), top[j], first, second);
    }
    OuterFunction.apply(in, out, first, second, out.scratch(0));
  }

  private static void least(int size, double[] square, double[] least) {
    for (int j = 0; j < size; j++) {
      least[j] = Math.min(least[j], square[j]);
    }
  }

  private double phi(double r) {
    return switch (form) {
      case INVERSE -> strength / r;
      case SOFT -> -strength * r;
      default -> -strength * Math.log(r);
    };
  }

  /** From S = Σ e^(φ − top) to R with its derivatives along S. */
  private void finish(int j, double[] value, double top, double[] first, double[] second) {
    double sum = value[j];
    if (top == Double.POSITIVE_INFINITY) {
      value[j] = 0;
      first[j] = Double.NaN;
      second[j] = Double.NaN;
      return;
    }
    double log = top + Math.log(sum);
    double rate;
    double curve;
    switch (form) {
      case INVERSE:
        value[j] = strength / log;
        rate = -strength / (log * log);
        curve = -2 * rate / log;
        break;
      case SOFT:
        value[j] = -log / strength;
        rate = -1 / strength;
        curve = 0;
        break;
      default:
        double mean = form == Form.POWER_MEAN ? Math.log(groups.pairs()) : 0;
        value[j] = Math.exp((mean - log) / strength);
        rate = -value[j] / strength;
        curve = -rate / strength;
        break;
    }
    first[j] = rate / sum;
    second[j] = (curve - rate) / (sum * sum);
  }

  /** e^(φ(r) − top) of a pair, in the frames of a block. */
  private final class Term implements RadialFunction {
    private final double[] top;

    Term(double[] top) {
      this.top = top;
    }

    @Override
    public double range() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void evaluate(int size, double[] square, double[] value, double[] slope, double[] bend) {
      for (int j = 0; j < size; j++) {
        double r = Math.sqrt(square[j]);
        double e = Math.exp(phi(r) - top[j]);
        value[j] = e;
        if (slope != null) {
          double first = firstOfPhi(r);
          double rate = first * e / r;
          slope[j] = rate;
          if (bend != null) {
            bend[j] = ((secondOfPhi(r) + first * first) * e - rate) / square[j];
          }
        }
      }
    }

    private double firstOfPhi(double r) {
      return switch (form) {
        case INVERSE -> -strength / (r * r);
        case SOFT -> -strength;
        default -> -strength / r;
      };
    }

    private double secondOfPhi(double r) {
      return switch (form) {
        case INVERSE -> 2 * strength / (r * r * r);
        case SOFT -> 0;
        default -> strength / (r * r);
      };
    }
  }
}
