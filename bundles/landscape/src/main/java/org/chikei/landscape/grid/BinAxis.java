package org.chikei.landscape.grid;

import java.util.Arrays;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.coordinate.Period;

/**
 * How the values of one coordinate fall into bins of equal width.
 *
 * <p>An axis is a circle, an interval with a fixed number of bins, or open: then only the width is
 * chosen before the run, from a pilot sample, bins reach as far as the data go, and neighbours are
 * joined in pairs when there are too many of them.
 *
 * @param kind circle, interval or open
 * @param origin where bin 0 begins
 * @param width the width of a bin
 * @param count the number of bins of a circle or an interval; for an open axis the number aimed at
 * @param period the length of the coordinate's circle, 0 where it is not periodic
 */
public record BinAxis(Kind kind, double origin, double width, int count, double period) {

  /** What happens at the ends. */
  public enum Kind {
    /** The last bin borders on the first. */
    CIRCLE,
    /** Values outside are left out. */
    INTERVAL,
    /** There is no outside. */
    OPEN
  }

  /** A value that falls into no bin. */
  public static final int OUTSIDE = Integer.MIN_VALUE;

  /** The largest index of an open axis, either way. */
  static final int FARTHEST = 1 << 30;

  /**
   * Chooses an axis.
   *
   * @param info the coordinate
   * @param bins the number of bins that the job asks for, 0 for a number chosen here
   * @param range the range that the job asks for, null for as far as the data go
   * @param pilot values of a pilot sample; NaN is passed over
   * @param frames how many frames will come, −1 if not known
   * @return the axis
   */
  public static BinAxis choose(
      CoordinateInfo info, int bins, double[] range, double[] pilot, long frames) {
    double period = info.period().map(Period::length).orElse(0.0);
    double known = frames > 0 ? frames : 4096;
    if (range != null) {
      boolean whole = period > 0 && range[1] - range[0] >= period * (1 - 1e-9);
      int count = bins > 0 ? bins : whole ? turnBins(known) : 60;
      double length = whole ? period : range[1] - range[0];
      return new BinAxis(
          whole ? Kind.CIRCLE : Kind.INTERVAL, range[0], length / count, count, period);
    }
    if (period > 0) {
      int count = bins > 0 ? bins : turnBins(known);
      double origin = info.period().orElseThrow().minimum();
      return new BinAxis(Kind.CIRCLE, origin, period / count, count, period);
    }
    double[] sorted = Arrays.stream(pilot).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new BinAxis(Kind.OPEN, 0, 1, bins > 0 ? bins : 60, 0);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    int target = bins;
    if (target == 0) {
      double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
      double freedman = 2 * quartiles / Math.cbrt(known);
      target = (int) Math.max(20, Math.min(100, freedman > 0 ? (high - low) / freedman : 20));
    }
    double spread = high - low;
    if (!(spread > 1e-12 * Math.max(Math.abs(low), Math.abs(high)))) {
      spread = Math.max(1e-3 * Math.abs(low), 1e-6);
    }
    return new BinAxis(Kind.OPEN, 0, nice(spread / target), target, 0);
  }

  private static int turnBins(double frames) {
    return frames >= 20_000 ? 72 : frames >= 5_000 ? 60 : frames >= 1_000 ? 36 : 24;
  }

  /** The width 1, 2, 2.5 or 5 times a power of ten that is nearest on a logarithmic scale. */
  static double nice(double width) {
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    double best = power;
    for (double step : new double[] {1, 2, 2.5, 5, 10}) {
      double candidate = step * power;
      if (Math.abs(Math.log(candidate / width)) < Math.abs(Math.log(best / width))) {
        best = candidate;
      }
    }
    return best;
  }

  /**
   * The image of a value that lies in the turn that begins at the origin; the value itself where
   * the coordinate is not periodic.
   *
   * @param value any value
   * @return the image
   */
  public double unwrapped(double value) {
    if (period > 0) {
      double place = value - origin;
      return origin + (place - period * Math.floor(place / period));
    }
    return value;
  }

  /**
   * The bin of a value.
   *
   * @param value any value
   * @return its index, or {@link #OUTSIDE}
   */
  int index(double value) {
    double scaled = (unwrapped(value) - origin) / width;
    if (kind == Kind.OPEN) {
      double index = Math.floor(scaled);
      return index >= -FARTHEST && index <= FARTHEST ? (int) index : OUTSIDE;
    }
    if (scaled >= 0 && scaled < count) {
      return (int) scaled;
    }
    if (kind == Kind.CIRCLE && value == value) {
      return scaled >= count && scaled < count + 1 ? count - 1 : OUTSIDE;
    }
    // the upper end belongs to the last bin, whatever rounding made of it
    return scaled >= count && scaled <= count * (1 + 1e-12) ? count - 1 : OUTSIDE;
  }
}
