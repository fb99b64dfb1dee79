package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;

/**
 * The coordinates of a job and those that they are made of, each once and after its components,
 * with what has to be computed of each.
 */
public final class CoordinateGraph {

  /** A coordinate in the graph. */
  static final class Node {
    final int index;
    final Coordinate coordinate;
    final Node[] components;

    /** Whether gradients and what follows from them are needed. */
    boolean kinetics;

    /** Whether each atom's share of the metric is needed. */
    boolean shares;

    /** For a composite: whether its derivatives along variables of points are needed. */
    boolean totals;

    /** The coordinates of lower or equal index whose metric with this one is needed. */
    final TreeSet<Integer> metrics = new TreeSet<>();

    Node(int index, Coordinate coordinate, Node[] components) {
      this.index = index;
      this.coordinate = coordinate;
      this.components = components;
    }

    boolean composite() {
      return coordinate instanceof CompositeVariable;
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Coordinate, Node> byCoordinate = new IdentityHashMap<>();
  private final Node[] ofJob;

  /**
   * Makes the graph.
   *
   * @param coordinates the coordinates of the job
   * @param demand what is wanted of them
   */
  public CoordinateGraph(List<JobCoordinate> coordinates, Demand demand) {
    ofJob = new Node[coordinates.size()];
    for (int k = 0; k < ofJob.length; k++) {
      if (demand.used(k)) {
        ofJob[k] = add(coordinates.get(k).coordinate());
      }
    }
    for (int a = 0; a < ofJob.length; a++) {
      if (demand.kinetics(a)) {
        needKinetics(ofJob[a]);
        needMetric(ofJob[a], ofJob[a]);
      }
      if (demand.shares(a)) {
        ofJob[a].shares = true;
        needKinetics(ofJob[a]);
        needTotals(ofJob[a]);
      }
      for (int b = 0; b < a; b++) {
        if (demand.cross(a, b)) {
          needKinetics(ofJob[a]);
          needKinetics(ofJob[b]);
          needMetric(ofJob[a], ofJob[b]);
        }
      }
    }
  }

  private Node add(Coordinate coordinate) {
    Node known = byCoordinate.get(coordinate);
    if (known != null) {
      return known;
    }
    Node[] components = {};
    if (coordinate instanceof CompositeVariable composite) {
      components = composite.components().stream().map(this::add).toArray(Node[]::new);
    }
    Node node = new Node(nodes.size(), coordinate, components);
    nodes.add(node);
    byCoordinate.put(coordinate, node);
    return node;
  }

  private void needKinetics(Node node) {
    node.kinetics = true;
    for (Node component : node.components) {
      needKinetics(component);
    }
    if (node.composite()) {
      // its Laplacian needs g of its components
      for (Node a : node.components) {
        for (Node b : node.components) {
          needMetric(a, b);
        }
      }
    }
  }

  private void needMetric(Node a, Node b) {
    Node high = a.index >= b.index ? a : b;
    Node low = high == a ? b : a;
    if (!high.metrics.add(low.index)) {
      return;
    }
    Node open = high.composite() ? high : low;
    Node other = open == high ? low : high;
    for (Node c : open.components) {
      if (other != open) {
        needMetric(c, other);
      } else {
        for (Node d : open.components) {
          needMetric(c, d);
        }
      }
    }
  }

  private void needTotals(Node node) {
    node.totals = node.composite();
    for (Node component : node.components) {
      needTotals(component);
    }
  }

  /** All nodes, each after its components. */
  List<Node> nodes() {
    return nodes;
  }

  /** The node of a coordinate of the job; null where nobody uses it. */
  Node ofJob(int coordinate) {
    return ofJob[coordinate];
  }

  /** The nodes that are functions of points. */
  List<Node> leaves() {
    return nodes.stream().filter(n -> n.coordinate instanceof CollectiveVariable).toList();
  }

  /** The columns of the source that are needed, ascending. */
  TreeSet<Integer> columns() {
    TreeSet<Integer> columns = new TreeSet<>();
    for (Node node : nodes) {
      if (node.coordinate instanceof ColumnVariable variable) {
        columns.add(variable.column());
        if (node.kinetics && variable.velocity() >= 0) {
          columns.add(variable.velocity());
        }
        if (node.kinetics && variable.acceleration() >= 0) {
          columns.add(variable.acceleration());
        }
      }
    }
    return columns;
  }
}
