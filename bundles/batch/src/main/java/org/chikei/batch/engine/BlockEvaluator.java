package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;

/**
 * Evaluates every coordinate once in a block of decoded frames and puts the samples into their
 * columns. Used by one thread.
 */
final class BlockEvaluator {
  private final SamplePlan plan;
  private final InputColumns columns;
  private final Watch watch;
  private final LeafEvaluator[] leaves;
  private final ColumnEvaluator[] given;
  private final CompositeEvaluator[] composites;
  private final ShareEvaluator[] shares;
  private final double[][][] totals;
  private final Map<CoordinateGraph.Node, Map<Integer, List<PointLayout.MetricTerm>>> terms =
      new IdentityHashMap<>();
  private final Throwable[] failures;

  /** For a leaf of atoms alone, whose shares are the terms of its metric: the share of a point. */
  private final int[][] shareOfPoint;

  BlockEvaluator(SamplePlan plan, InputColumns columns, Watch watch) {
    this.plan = plan;
    this.columns = columns;
    this.watch = watch;
    int nodes = plan.graph().nodes().size();
    leaves = new LeafEvaluator[nodes];
    given = new ColumnEvaluator[nodes];
    composites = new CompositeEvaluator[nodes];
    shares = new ShareEvaluator[nodes];
    totals = new double[nodes][][];
    failures = new Throwable[nodes];
    shareOfPoint = new int[nodes][];
    for (CoordinateGraph.Node node : plan.graph().nodes()) {
      prepare(node);
    }
    for (int k = 0; k < plan.coordinates().size(); k++) {
      CoordinateGraph.Node node = plan.graph().ofJob(k);
      if (node != null && node.shares) {
        List<Integer> atoms = plan.coordinates().get(k).info().atoms();
        if (leaves[node.index] != null) {
          shareOfPoint[node.index] = shareOfPoint(leaves[node.index], atoms);
        }
        if (shareOfPoint[node.index] == null) {
          shares[node.index] = shares(node, atoms);
        }
      }
    }
  }

  private void prepare(CoordinateGraph.Node node) {
    int order = plan.order(node);
    if (node.coordinate instanceof CollectiveVariable variable) {
      leaves[node.index] =
          new LeafEvaluator(variable, plan.layout(), (PointColumns) columns, order);
      Map<Integer, List<PointLayout.MetricTerm>> byOther = new HashMap<>();
      for (int low : node.metrics) {
        if (leaves[low] != null) {
          byOther.put(
              low, plan.layout().metricTerms(leaves[node.index].points(), leaves[low].points()));
        }
      }
      terms.put(node, byOther);
      return;
    }
    if (node.coordinate instanceof ColumnVariable variable) {
      given[node.index] = new ColumnEvaluator(variable, (SeriesColumns) columns, order);
      return;
    }
    int n = node.components.length;
    CompositeEvaluator evaluator =
        new CompositeEvaluator(
            (CompositeVariable) node.coordinate,
            n,
            columns.stride(),
            order,
            plan.velocities(),
            plan.forces());
    for (int a = 0; a < n; a++) {
      evaluator.component(a, value(node.components[a]));
    }
    composites[node.index] = evaluator;
    if (node.totals) {
      totals[node.index] = new double[plan.graph().nodes().size()][];
      for (CoordinateGraph.Node component : node.components) {
        for (int leaf = 0; leaf < leaves.length; leaf++) {
          if (reaches(component, leaf)) {
            totals[node.index][leaf] = new double[columns.stride()];
          }
        }
      }
    }
  }

  private static int[] shareOfPoint(LeafEvaluator leaf, List<Integer> atoms) {
    int[] order = new int[leaf.points().size()];
    for (int p = 0; p < order.length; p++) {
      if (!leaf.points().get(p).isAtom()) {
        return null;
      }
      order[p] = atoms.indexOf(leaf.points().get(p).atom(0));
    }
    return order;
  }

  private boolean reaches(CoordinateGraph.Node node, int leaf) {
    return node.composite() ? totals[node.index][leaf] != null : node.index == leaf;
  }

  private ShareEvaluator shares(CoordinateGraph.Node node, List<Integer> atoms) {
    List<LeafEvaluator> of = new ArrayList<>();
    List<double[]> factors = new ArrayList<>();
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      if (leaves[leaf] != null && reaches(node, leaf)) {
        of.add(leaves[leaf]);
        factors.add(node.composite() ? totals[node.index][leaf] : null);
      }
    }
    return new ShareEvaluator(atoms, of, factors, plan.layout(), columns.stride());
  }

  /** Evaluates the decoded block; its samples go to the rows from {@code row} on. */
  void evaluate(Samples samples, int row) {
    for (CoordinateGraph.Node node : plan.graph().nodes()) {
      int k = node.index;
      if (failures[k] != null) {
        continue;
      }
      try {
        for (CoordinateGraph.Node component : node.components) {
          if (failures[component.index] != null) {
            failures[k] = failures[component.index];
          }
        }
        if (failures[k] == null) {
          watch.enter(node);
          evaluate(node, samples, row);
        }
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        failures[k] = e;
      }
    }
    watch.leave();
  }

  /** Takes it that some coordinates would throw. */
  void fail(Map<Coordinate, Throwable> instead) {
    if (!instead.isEmpty()) {
      for (CoordinateGraph.Node node : plan.graph().nodes()) {
        if (failures[node.index] == null) {
          failures[node.index] = instead.get(node.coordinate);
        }
      }
    }
  }

  /** What a coordinate threw, or null. */
  Throwable failure(CoordinateGraph.Node node) {
    return failures[node.index];
  }

  private void evaluate(CoordinateGraph.Node node, Samples samples, int row) {
    int k = node.index;
    int size = columns.size();
    if (leaves[k] != null) {
      leaves[k].evaluate();
    } else if (given[k] != null) {
      given[k].evaluate(size);
    } else {
      composites[k].evaluate(size);
    }
    System.arraycopy(value(node), 0, samples.values[k], row, size);
    if (!node.kinetics) {
      return;
    }
    if (leaves[k] != null) {
      LeafEvaluator leaf = leaves[k];
      leaf.contract(
          leaf.diagonal() ? samples.metrics[k][k] : null,
          shareOfPoint[k] == null ? null : samples.shares[k],
          shareOfPoint[k],
          row);
    }
    for (int low : node.metrics) {
      if (low != k || leaves[k] == null || !leaves[k].diagonal()) {
        metric(node, plan.graph().nodes().get(low), samples, row);
      }
    }
    if (composites[k] != null) {
      chain(node, samples, row);
    }
    double[] rate = rate(node);
    double[] force = force(node);
    if (samples.rates[k] != null) {
      System.arraycopy(rate, 0, samples.rates[k], row, size);
      sum(curvature(node), 1, force, samples.direct[k], row, size);
    }
    if (samples.averaged[k] != null) {
      sum(laplacian(node), plan.kT(), force, samples.averaged[k], row, size);
    }
    if (shares[k] != null) {
      shares[k].evaluate(samples.shares[k], row, size);
    }
  }

  private static void sum(double[] a, double factor, double[] b, double[] out, int row, int size) {
    for (int j = 0; j < size; j++) {
      out[row + j] = factor * a[j] + b[j];
    }
  }

  private void metric(
      CoordinateGraph.Node high, CoordinateGraph.Node low, Samples samples, int row) {
    double[] out = samples.metrics[high.index][low.index];
    int size = columns.size();
    if (given[high.index] != null && !low.composite()) {
      if (high == low) {
        given[high.index].metric(out, row, size);
      } else {
        Arrays.fill(out, row, row + size, Double.NaN); // columns do not say what they share
      }
      return;
    }
    List<PointLayout.MetricTerm> direct =
        leaves[high.index] == null ? null : terms.get(high).get(low.index);
    if (direct != null) {
      LeafEvaluator.metric(leaves[high.index], leaves[low.index], direct, out, row);
      return;
    }
    Arrays.fill(out, row, row + size, 0);
    if (!high.composite()) {
      // the other one is made of variables of points and comes first: expand it instead
      expand(low, high, samples, out, row, size);
    } else if (high == low) {
      double[][] h = composites[high.index].first;
      for (int a = 0; a < high.components.length; a++) {
        for (int b = 0; b < high.components.length; b++) {
          double[] g = samples.metrics[high.components[a].index][high.components[b].index];
          for (int j = 0; j < size; j++) {
            out[row + j] += h[a][j] * h[b][j] * g[row + j];
          }
        }
      }
    } else {
      expand(high, low, samples, out, row, size);
    }
  }

  /** Σ_a h_a g(a, other). */
  private void expand(
      CoordinateGraph.Node composite,
      CoordinateGraph.Node other,
      Samples samples,
      double[] out,
      int row,
      int size) {
    double[][] h = composites[composite.index].first;
    for (int a = 0; a < composite.components.length; a++) {
      double[] g = samples.metrics[composite.components[a].index][other.index];
      for (int j = 0; j < size; j++) {
        out[row + j] += h[a][j] * g[row + j];
      }
    }
  }

  private void chain(CoordinateGraph.Node node, Samples samples, int row) {
    CompositeEvaluator c = composites[node.index];
    int size = columns.size();
    for (int a = 0; a < node.components.length; a++) {
      CoordinateGraph.Node component = node.components[a];
      if (c.rate != null) {
        c.linear(a, rate(component), c.rate, size);
      }
      if (c.force != null) {
        c.linear(a, force(component), c.force, size);
      }
      if (c.curvature != null) {
        c.linear(a, curvature(component), c.curvature, size);
      }
      if (c.laplacian != null) {
        c.linear(a, laplacian(component), c.laplacian, size);
      }
    }
    for (int a = 0; c.laplacian != null && a < node.components.length; a++) {
      for (int b = 0; b <= a; b++) {
        CoordinateGraph.Node other = node.components[b];
        if (c.curvature != null) {
          c.bend(a, b, rate(node.components[a]), rate(other), size);
        }
        c.spread(a, b, samples.metrics[node.components[a].index][other.index], row, size);
      }
    }
    if (node.totals) {
      totals(node, c, size);
    }
  }

  private void totals(CoordinateGraph.Node node, CompositeEvaluator c, int size) {
    double[][] sums = totals[node.index];
    for (double[] sum : sums) {
      if (sum != null) {
        Arrays.fill(sum, 0, size, 0);
      }
    }
    for (int a = 0; a < node.components.length; a++) {
      CoordinateGraph.Node component = node.components[a];
      double[] h = c.first[a];
      for (int leaf = 0; leaf < leaves.length; leaf++) {
        if (!reaches(component, leaf)) {
          continue;
        }
        double[] inner = component.composite() ? totals[component.index][leaf] : null;
        double[] sum = sums[leaf];
        for (int j = 0; j < size; j++) {
          sum[j] += inner == null ? h[j] : h[j] * inner[j];
        }
      }
    }
  }

  private double[] value(CoordinateGraph.Node n) {
    int k = n.index;
    return leaves[k] != null
        ? leaves[k].out.value()
        : given[k] != null ? given[k].value : composites[k].value;
  }

  private double[] rate(CoordinateGraph.Node n) {
    int k = n.index;
    return leaves[k] != null
        ? leaves[k].rate
        : given[k] != null ? given[k].rate : composites[k].rate;
  }

  private double[] force(CoordinateGraph.Node n) {
    int k = n.index;
    return leaves[k] != null
        ? leaves[k].force
        : given[k] != null ? given[k].force : composites[k].force;
  }

  private double[] curvature(CoordinateGraph.Node n) {
    int k = n.index;
    return leaves[k] != null
        ? leaves[k].out.curvature()
        : given[k] != null ? given[k].curvature : composites[k].curvature;
  }

  private double[] laplacian(CoordinateGraph.Node n) {
    int k = n.index;
    return leaves[k] != null
        ? leaves[k].out.laplacian()
        : given[k] != null ? given[k].laplacian : composites[k].laplacian;
  }
}
