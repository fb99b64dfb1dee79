package org.chikei.batch.engine;

import java.util.List;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.SecondOrder;

/**
 * Everything that decides how samples are made of frames. Immutable, shared by all threads.
 *
 * @param coordinates the coordinates of the job
 * @param demand what is wanted of them
 * @param graph the coordinates with what they are made of
 * @param layout the points and the atoms to decode
 * @param kT the thermal energy in kJ/mol
 * @param velocities whether velocities are decoded; they are of use with forces alone
 * @param forces whether forces are decoded
 * @param weighted whether frames have weights
 */
record SamplePlan(
    List<JobCoordinate> coordinates,
    Demand demand,
    CoordinateGraph graph,
    PointLayout layout,
    double kT,
    boolean velocities,
    boolean forces,
    boolean weighted) {

  /** Frames a block, unless coordinates have so many points that memory forbids it. */
  private static final int BLOCK = 256;

  private static final long BLOCK_BYTES = 32L << 20;

  static SamplePlan of(
      List<JobCoordinate> coordinates,
      Demand demand,
      double[] masses,
      double kT,
      Content content,
      boolean weighted) {
    CoordinateGraph graph = new CoordinateGraph(coordinates, demand);
    PointLayout layout =
        new PointLayout(
            graph.leaves().stream().map(n -> (CollectiveVariable) n.coordinate).toList(), masses);
    boolean dynamic = graph.nodes().stream().anyMatch(n -> n.kinetics);
    return new SamplePlan(
        coordinates,
        demand,
        graph,
        layout,
        kT,
        content.velocities() && content.forces() && dynamic,
        content.forces() && dynamic,
        weighted);
  }

  /** How many frames are evaluated together; does not change any result. */
  int blockSize() {
    int kinds = 1 + (velocities ? 1 : 0) + (forces ? 1 : 0);
    long columns = 3L * kinds * layout.atoms().length;
    if (!layout.direct()) {
      columns += 3L * kinds * layout.points().size();
    }
    for (CoordinateGraph.Node leaf : graph.leaves()) {
      CollectiveVariable variable = (CollectiveVariable) leaf.coordinate;
      boolean complete = SecondOrder.isComplete(variable, layout.inverseMasses(variable.points()));
      columns += (complete || order(leaf) < 2 ? 3L : 12L) * variable.points().size();
    }
    int size = BLOCK;
    while (size > 1 && 8 * columns * size > BLOCK_BYTES) {
      size /= 2;
    }
    return size;
  }

  /** The order of derivatives that a node needs; accelerations need forces. */
  int order(CoordinateGraph.Node node) {
    return !node.kinetics ? 0 : forces ? 2 : 1;
  }
}
