package org.chikei.landscape.flow;

import java.util.Arrays;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.grid.SymmetricMatrix;
import org.chikei.landscape.profile.Centring;

/**
 * Mean force and squared velocities of several coordinates by cell, and what follows from them cell
 * by cell. Within the region the means are brought to the centres of the cells, as {@link Centring}
 * does for one coordinate.
 */
final class FlowMeans {
  /** The population of each cell. */
  final double[] weight;

  /** ⟨R̈_a; r⟩ of each coordinate. */
  final double[][] force;

  /** ⟨Ṙ_aṘ_b; r⟩ in the order of {@link SymmetricMatrix}. */
  final double[][] square;

  /** ln ρ up to a constant, at the centres. */
  final double[] lnDensity;

  /** ρ at the centres, as the population of a cell. */
  final double[] density;

  /** ⟨ṘṘᵀ⟩ over all samples. */
  final double[] overall;

  private final FlowRegion region;
  private final int dimensions;

  /**
   * Takes the means.
   *
   * @param total the sums, cell by cell, the cell of everything last
   * @param layout what they are
   * @param kinetics which kinetics to use
   * @param kT the thermal energy
   * @param centres the centres of the bins of all coordinates
   * @param region the cells to bring to their centres
   */
  FlowMeans(
      double[] total,
      FlowLayout layout,
      Kinetics kinetics,
      double kT,
      double[][] centres,
      FlowRegion region) {
    this.region = region;
    dimensions = region.dimensions();
    int size = layout.size();
    int own = layout.kinetics(kinetics);
    int[] products = layout.products(kinetics);
    double factor = kinetics == Kinetics.MOMENTUM_AVERAGED ? kT : 1;
    weight = column(total, size, FlowLayout.WEIGHT, -1, 1);
    double[][] off = new double[dimensions][region.all()];
    for (int a = 0; a < dimensions; a++) {
      double[] mean = column(total, size, FlowLayout.VALUE + a, layout.valueWeight(), 1);
      for (int k = 0; k < mean.length; k++) {
        off[a][k] = mean[k] - centres[a][region.bin(k, a)];
      }
    }
    force = new double[dimensions][];
    for (int a = 0; a < dimensions; a++) {
      int sum = own + FlowLayout.ACCELERATION + a;
      force[a] = centred(column(total, size, sum, own, 1), off);
    }
    overall = new double[SymmetricMatrix.size(dimensions)];
    square = new double[overall.length][];
    for (int c = 0; c < square.length; c++) {
      double[] mean = column(total, size, products[1 + c], products[0], factor);
      square[c] = centred(mean, off);
      int everything = region.all() * size;
      overall[c] =
          layout.biasAlong()
              ? weighed(mean)
              : factor * total[everything + products[1 + c]] / total[everything + products[0]];
    }
    lnDensity = lnDensity();
    density = Arrays.stream(lnDensity).map(Math::exp).toArray();
  }

  private double[] column(double[] total, int size, int sum, int over, double factor) {
    double[] column = new double[region.all()];
    for (int k = 0; k < column.length; k++) {
      double whole = over < 0 ? 1 : total[k * size + over];
      column[k] = whole > 0 ? factor * total[k * size + sum] / whole : Double.NaN;
    }
    return column;
  }

  /** The mean over all cells by their populations. */
  private double weighed(double[] mean) {
    double sum = 0;
    double whole = 0;
    for (int k = 0; k < mean.length; k++) {
      if (mean[k] == mean[k]) {
        sum += weight[k] * mean[k];
        whole += weight[k];
      }
    }
    return sum / whole;
  }

  private double[] centred(double[] mean, double[][] off) {
    double[] out = mean.clone();
    for (int cell : region.cells()) {
      for (int a = 0; a < dimensions; a++) {
        double h = region.width(a);
        double delta = off[a][cell];
        out[cell] -=
            region.slope(mean, off[a], cell, a) * delta
                + region.bend(mean, cell, a) * (h * h / 12 + delta * delta) / 2;
      }
    }
    return out;
  }

  /** The logarithm of the mean over a cell, less what the bend of ρ in it adds. */
  private double[] lnDensity() {
    double[] ln = new double[weight.length];
    for (int k = 0; k < ln.length; k++) {
      ln[k] = weight[k] > 0 ? Math.log(weight[k]) : Double.NaN;
    }
    double[] out = ln.clone();
    for (int cell : region.cells()) {
      for (int a = 0; a < dimensions; a++) {
        double slope = region.slope(ln, null, cell, a);
        double h = region.width(a);
        out[cell] -= h * h / 24 * (region.bend(ln, cell, a) + slope * slope);
      }
    }
    return out;
  }

  /**
   * ∇·D − f: what D∇ln ρ makes up for where f_a ρ = Σ_b ∂_b(D_ab ρ), (17) of several coordinates.
   */
  double[][] driftOfDensity() {
    double[][] drift = new double[dimensions][region.all()];
    for (double[] column : drift) {
      Arrays.fill(column, Double.NaN);
    }
    for (int cell : region.cells()) {
      for (int a = 0; a < dimensions; a++) {
        drift[a][cell] = -force[a][cell];
        for (int b = 0; b < dimensions; b++) {
          double[] entry = square[SymmetricMatrix.place(dimensions, a, b)];
          drift[a][cell] += region.slope(entry, null, cell, b);
        }
      }
    }
    return drift;
  }

  /**
   * ⟨ṘṘᵀ; r⟩ by cell, and ⟨ṘṘᵀ⟩ where too few samples leave none that is positive definite: what
   * multiplies ∇ln ρ in equations that must have one solution. D enters them as it is; its inverse
   * cell by cell would add to the noise a bias of some over the number of samples.
   */
  double[][] mobility() {
    double[][] mobility = square;
    double[] own = new double[square.length];
    for (int cell : region.cells()) {
      for (int c = 0; c < own.length; c++) {
        own[c] = square[c][cell];
      }
      if (!SymmetricMatrix.isPositiveDefinite(own)) {
        mobility = mobility == square ? copy(square) : mobility;
        for (int c = 0; c < own.length; c++) {
          mobility[c][cell] = overall[c];
        }
      }
    }
    return mobility;
  }

  private static double[][] copy(double[][] columns) {
    return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
  }
}
