package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.error.ContrastTest;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.grid.SymmetricMatrix;

/**
 * Tests of what is the same in all cells of a flow, by smooth contrasts over all coordinates,
 * judged by {@link ContrastTest}: the products of velocities, (21), and the mean velocities, zero
 * at equilibrium.
 *
 * @param constantSquares the probability that ⟨ṘṘᵀ; r⟩ changes as much by chance; 1 where it is
 *     constant to rounding
 * @param noCurrent the probability of a current as large by chance; NaN without velocities
 * @param strength the root of ⟨⟨Ṙ; r⟩ᵀM*⟨Ṙ; r⟩⟩/⟨ṘᵀM*Ṙ⟩, as far as the contrasts see it
 */
record FlowContrasts(double constantSquares, double noCurrent, double strength) {
  /** As for one coordinate: many are tested in one job, and a false alarm costs trust. */
  private static final double SIGNIFICANT = 1e-5;

  private static final double SMALLEST = 0.02;
  private static final double ROUNDING = 1e-9;

  static FlowContrasts of(FlowGrid grid, FlowLayout layout, GridSums sums, Flow flow) {
    double[] population = layout.biasAlong() ? sums.quantity(FlowLayout.COUNT) : flow.weight();
    double[][] basis = basis(grid, population);
    int[] products = layout.products(flow.kinetics());
    int moving = layout.kinetics(Kinetics.DIRECT);
    moving = moving < 0 ? layout.kinetics(Kinetics.SERIES) : moving;
    double squares =
        exact(grid, flow)
            ? 1
            : test(
                    grid,
                    sums,
                    basis,
                    1,
                    products,
                    Arrays.copyOfRange(products, 1, products.length),
                    true)
                .probability;
    if (moving < 0) {
      return new FlowContrasts(squares, Double.NaN, Double.NaN);
    }
    int dimensions = grid.dimensions();
    int[] velocity = new int[dimensions];
    for (int a = 0; a < dimensions; a++) {
      velocity[a] = moving + layout.velocity() + a;
    }
    Contrasts current = test(grid, sums, basis, 0, new int[] {moving}, velocity, false);
    double[] m = flow.mass();
    double size = 0;
    for (int k = 0; k + dimensions <= current.z.length; k += dimensions) {
      size += SymmetricMatrix.square(m, Arrays.copyOfRange(current.z, k, k + dimensions));
    }
    double[][] squared = squares(flow);
    double whole = 0;
    for (int cell : grid.region().cells()) {
      whole += population[cell] * SymmetricMatrix.product(m, SymmetricMatrix.at(squared, cell));
    }
    return new FlowContrasts(squares, current.probability, Math.sqrt(size / whole));
  }

  /** Whether there is a current, or what looks like one. */
  boolean fails() {
    return noCurrent < SIGNIFICANT && strength > SMALLEST;
  }

  /** The curves ⟨ṘṘᵀ; r⟩. */
  private static double[][] squares(Flow flow) {
    FlowCurves names = flow.names();
    double[][] squares = new double[SymmetricMatrix.size(names.dimensions())][];
    Arrays.setAll(squares, entry -> flow.curve(names.square(entry)));
    return squares;
  }

  private static boolean exact(FlowGrid grid, Flow flow) {
    double[][] squares = squares(flow);
    double[] low = new double[squares.length];
    double[] high = new double[squares.length];
    for (int c = 0; c < squares.length; c++) {
      double[] own = squares[c];
      low[c] = Arrays.stream(grid.region().cells()).mapToDouble(k -> own[k]).min().orElse(0);
      high[c] = Arrays.stream(grid.region().cells()).mapToDouble(k -> own[k]).max().orElse(0);
    }
    int dimensions = grid.dimensions();
    double largest = 0;
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        int c = SymmetricMatrix.place(dimensions, a, b);
        double size =
            Math.sqrt(
                high[SymmetricMatrix.place(dimensions, a, a)]
                    * high[SymmetricMatrix.place(dimensions, b, b)]);
        largest = Math.max(largest, (high[c] - low[c]) / size);
      }
    }
    return largest <= ROUNDING;
  }

  private record Contrasts(double[] z, double probability) {}

  /** Σ φ (S − W S̄/W̄) for each φ and each of several sums, and how it scatters. */
  private static Contrasts test(
      FlowGrid grid,
      GridSums sums,
      double[][] basis,
      int from,
      int[] weight,
      int[] quantities,
      boolean centred) {
    int size = sums.quantities();
    int count = (basis.length - from) * quantities.length;
    double[] z = new double[count];
    int blocks = sums.blocks();
    double[][] terms = new double[count][blocks];
    double[] share = new double[blocks];
    double[] mean = new double[quantities.length];
    double whole = 0;
    for (int cell : grid.region().cells()) {
      whole += sums.total()[cell * size + weight[0]];
      for (int q = 0; q < mean.length; q++) {
        mean[q] += sums.total()[cell * size + quantities[q]];
      }
    }
    for (int q = 0; q < mean.length; q++) {
      mean[q] = centred ? mean[q] / whole : 0;
    }
    double[] own = sums.total();
    double[] ofBlock = new double[own.length];
    for (int g = -1; g < blocks; g++) {
      if (g >= 0) {
        own = ofBlock;
        Arrays.fill(own, 0);
        sums.addBlock(g, own);
      }
      for (int cell : grid.region().cells()) {
        if (g >= 0) {
          share[g] += own[cell * size + weight[0]] / whole;
        }
        for (int q = 0; q < quantities.length; q++) {
          double excess = own[cell * size + quantities[q]] - mean[q] * own[cell * size + weight[0]];
          for (int b = from; b < basis.length; b++) {
            int place = (b - from) * quantities.length + q;
            if (g < 0) {
              z[place] += basis[b][cell] * excess;
            } else {
              terms[place][g] += basis[b][cell] * excess;
            }
          }
        }
      }
    }
    for (int place = 0; place < count; place++) {
      for (int g = 0; g < blocks; g++) {
        // blocks differ in length: a long one adds more, which is no scatter
        terms[place][g] -= share[g] * z[place];
      }
    }
    return new Contrasts(z, together(z, terms, quantities.length, blocks));
  }

  /**
   * The probability of the smallest of the probabilities of the functions, each with all its sums
   * together (Šidák): contrasts that need long runs of blocks do not weaken the others. Below 1,
   * which is said of what is constant to rounding.
   */
  private static double together(double[] z, double[][] terms, int each, int blocks) {
    double smallest = Double.NaN;
    int tested = 0;
    for (int k = 0; k < z.length; k += each) {
      double p =
          ContrastTest.judge(
                  Arrays.copyOfRange(z, k, k + each),
                  Arrays.copyOfRange(terms, k, k + each),
                  blocks)
              .pValue();
      if (p == p) {
        tested++;
        smallest = smallest <= p ? smallest : p;
      }
    }
    double p = -Math.expm1(tested * Math.log1p(-smallest));
    return p >= 1 ? Math.nextDown(1.0) : p;
  }

  /** 1 and two functions of each coordinate, orthonormal under the population of the region. */
  private static double[][] basis(FlowGrid grid, double[] weight) {
    List<double[]> kept = new ArrayList<>();
    int dimensions = grid.dimensions();
    for (int f = 0; f < 1 + 2 * dimensions; f++) {
      double[] y = new double[weight.length];
      for (int cell : grid.region().cells()) {
        y[cell] = f == 0 ? 1 : function(grid, cell, (f - 1) % dimensions, (f - 1) / dimensions);
      }
      double before = norm(grid, weight, y);
      for (double[] other : kept) {
        double overlap = 0;
        for (int cell : grid.region().cells()) {
          overlap += weight[cell] * y[cell] * other[cell];
        }
        for (int cell : grid.region().cells()) {
          y[cell] -= overlap * other[cell];
        }
      }
      double norm = norm(grid, weight, y);
      if (norm > 1e-6 * before) {
        for (int cell : grid.region().cells()) {
          y[cell] /= norm;
        }
        kept.add(y);
      }
    }
    return kept.toArray(double[][]::new);
  }

  private static double function(FlowGrid grid, int cell, int a, int order) {
    double r = grid.place(cell, a);
    double[] centres = grid.centres()[a];
    if (grid.axes()[a].kind() == BinAxis.Kind.CIRCLE) {
      double angle = 2 * Math.PI * r / grid.axes()[a].period();
      return order == 0 ? Math.cos(angle) : Math.sin(angle);
    }
    double middle = (centres[0] + centres[centres.length - 1]) / 2;
    double x = (r - middle) / (centres[centres.length - 1] - middle);
    return order == 0 ? x : x * x;
  }

  private static double norm(FlowGrid grid, double[] weight, double[] y) {
    double square = 0;
    for (int cell : grid.region().cells()) {
      square += weight[cell] * y[cell] * y[cell];
    }
    return Math.sqrt(square);
  }
}
