package org.chikei.landscape.grid;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The weighted mean and standard deviation of values, by updating formulas that lose no digits
 * where the deviation is small against the mean (West, Commun. ACM 22 (1979) 532); and the least
 * and the greatest value.
 */
public final class Moments {
  private double weight;
  private double mean;
  private double squares;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /** Makes moments of nothing. */
  public Moments() {
    weight = 0;
  }

  public void add(double value, double w) {
    if (w == 0) {
      return;
    }
    weight += w;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
    double off = value - mean;
    mean += off * w / weight;
    squares += w * off * (value - mean);
  }

  public void merge(Moments next) {
    if (next.weight == 0) {
      return;
    }
    smallest = Math.min(smallest, next.smallest);
    largest = Math.max(largest, next.largest);
    double sum = weight + next.weight;
    double off = next.mean - mean;
    squares += next.squares + off * off * weight / sum * next.weight;
    mean += off * next.weight / sum;
    weight = sum;
  }

  /** The mean; NaN of nothing. */
  public double mean() {
    return weight > 0 ? mean : Double.NaN;
  }

  /** The standard deviation of the values themselves (divided by their number, not by one less). */
  public double deviation() {
    return weight > 0 ? Math.sqrt(squares / weight) : Double.NaN;
  }

  /** The least value; infinite of nothing. */
  public double smallest() {
    return smallest;
  }

  /** The greatest value; negative infinite of nothing. */
  public double largest() {
    return largest;
  }

  public void write(DataOutput out) throws IOException {
    out.writeDouble(weight);
    out.writeDouble(mean);
    out.writeDouble(squares);
    out.writeDouble(smallest);
    out.writeDouble(largest);
  }

  public void read(DataInput in) throws IOException {
    weight = in.readDouble();
    mean = in.readDouble();
    squares = in.readDouble();
    smallest = in.readDouble();
    largest = in.readDouble();
  }
}
