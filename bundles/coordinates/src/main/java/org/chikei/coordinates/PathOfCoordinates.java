package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Period;

/**
 * The progress s along a path of points in the space of other coordinates, or the distance z from
 * it, like {@link PathByDeviation} with
 *
 * <pre>
 *   dᵢ = Σ c_a (R_a − R_a,i)²,   uᵢ,a = ∂dᵢ/∂R_a = 2 c_a (R_a − R_a,i),
 * </pre>
 *
 * <p>the differences by the shortest way round where a coordinate is periodic.
 */
final class PathOfCoordinates implements CompositeVariable {
  private final List<Coordinate> components;
  private final double[][] points;
  private final double[] coefficients;
  private final double[] properties;
  private final double lambda;
  private final boolean progress;
  private final String unit;
  private final List<Optional<Period>> periods;
  private final List<String> notes;

  /**
   * Makes the coordinate.
   *
   * @param points the values of the components at each point of the path
   * @param coefficients the factors c of the squares
   * @param properties one number X a point
   * @param progress whether to give s or z
   * @param unit the unit of z
   */
  PathOfCoordinates(
      List<Coordinate> components,
      double[][] points,
      double[] coefficients,
      double[] properties,
      double lambda,
      boolean progress,
      String unit,
      List<String> notes) {
    this.components = List.copyOf(components);
    this.points = points;
    this.coefficients = coefficients;
    this.properties = properties;
    this.lambda = lambda;
    this.progress = progress;
    this.unit = progress ? "" : unit;
    this.periods = new ArrayList<>();
    this.components.forEach(c -> periods.add(c.period()));
    this.notes = List.copyOf(notes);
  }

  @Override
  public List<Coordinate> components() {
    return components;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void evaluate(
      int size, double[][] values, double[] value, double[][] first, double[][][] second) {
    int k = coefficients.length;
    double[] p = new double[points.length];
    double[] u = new double[k];
    double[] mean = new double[k];
    double[] covariance = new double[k];
    for (int j = 0; j < size; j++) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < p.length; i++) {
        p[i] = deviation(values, j, i);
        smallest = Math.min(smallest, p[i]);
      }
      double sum = 0;
      double s = 0;
      for (int i = 0; i < p.length; i++) {
        p[i] = Math.exp(-lambda * (p[i] - smallest));
        sum += p[i];
        s += properties[i] * p[i];
      }
      s /= sum;
      value[j] = progress ? s : smallest - Math.log(sum) / lambda;
      Arrays.fill(mean, 0);
      Arrays.fill(covariance, 0);
      for (int i = 0; i < p.length; i++) {
        p[i] /= sum;
        slopes(values, j, i, u);
        for (int a = 0; a < k; a++) {
          mean[a] += p[i] * u[a];
          covariance[a] += p[i] * (properties[i] - s) * u[a];
        }
      }
      for (int a = 0; a < k; a++) {
        first[a][j] = progress ? -lambda * covariance[a] : mean[a];
      }
      if (second != null) {
        second(values, j, p, s, mean, covariance, u, second);
      }
    }
  }

  private double difference(double[][] values, int j, int i, int a) {
    double difference = values[a][j] - points[i][a];
    Optional<Period> period = periods.get(a);
    return period.isPresent() ? period.get().nearest(difference) : difference;
  }

  private double deviation(double[][] values, int j, int i) {
    double sum = 0;
    for (int a = 0; a < coefficients.length; a++) {
      double difference = difference(values, j, i, a);
      sum += coefficients[a] * difference * difference;
    }
    return sum;
  }

  private void slopes(double[][] values, int j, int i, double[] u) {
    for (int a = 0; a < u.length; a++) {
      u[a] = 2 * coefficients[a] * difference(values, j, i, a);
    }
  }

  private void second(
      double[][] values,
      int j,
      double[] p,
      double s,
      double[] mean,
      double[] covariance,
      double[] u,
      double[][][] second) {
    int k = u.length;
    for (int i = 0; i < p.length; i++) {
      slopes(values, j, i, u);
      double factor = p[i] * (progress ? lambda * lambda * (properties[i] - s) : -lambda);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b <= a; b++) {
          second[a][b][j] += factor * u[a] * u[b];
        }
      }
    }
    for (int a = 0; a < k; a++) {
      second[a][a][j] += progress ? 0 : 2 * coefficients[a];
      for (int b = 0; b <= a; b++) {
        second[a][b][j] +=
            progress
                ? -lambda * lambda * (mean[a] * covariance[b] + mean[b] * covariance[a])
                : lambda * mean[a] * mean[b];
      }
    }
  }
}
