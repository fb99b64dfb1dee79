package org.chikei.batch.engine;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.SecondOrder;
import org.chikei.api.series.SeriesColumn;
import org.chikei.batch.windows.Restraints;
import org.chikei.batch.windows.WindowWeights;

/**
 * Everything that decides how samples are made of frames. Immutable, shared by all threads.
 *
 * @param coordinates the coordinates of the job
 * @param demand what is wanted of them
 * @param graph the coordinates with what they are made of
 * @param layout the points and the atoms to decode
 * @param columns the columns of the source; empty for a source of atoms
 * @param kT the thermal energy in kJ/mol
 * @param velocities whether velocities are decoded; they are of use with forces alone
 * @param forces whether forces are decoded
 * @param weighted whether frames have weights
 * @param columnWeights the column of the source that has them; null where there is none
 * @param restraints what the runs were restrained by; null where they were not
 * @param windowWeights the weights that undo the restraints; null where there are none, and before
 *     they are known
 */
record SamplePlan(
    List<JobCoordinate> coordinates,
    Demand demand,
    CoordinateGraph graph,
    PointLayout layout,
    List<SeriesColumn> columns,
    double kT,
    boolean velocities,
    boolean forces,
    boolean weighted,
    ColumnWeights columnWeights,
    Restraints restraints,
    WindowWeights windowWeights) {

  /** Frames a block, unless coordinates have so many points that memory forbids it. */
  private static final int BLOCK = 256;

  private static final long BLOCK_BYTES = 32L << 20;

  /** What to call a coordinate in messages. */
  String name(CoordinateGraph.Node node) {
    return ofJob(node)
        .map(c -> "the coordinate '" + c.info().name() + "'")
        .orElse("a part of a coordinate (" + node.coordinate.getClass().getSimpleName() + ")");
  }

  /** The bundle that provides a coordinate. */
  String bundle(CoordinateGraph.Node node) {
    return ofJob(node).map(c -> c.provider().bundle()).orElse("its bundle");
  }

  private Optional<JobCoordinate> ofJob(CoordinateGraph.Node node) {
    return IntStream.range(0, coordinates.size())
        .filter(k -> graph.ofJob(k) == node)
        .mapToObj(coordinates::get)
        .findFirst();
  }

  static SamplePlan of(JobData data, Demand demand, double kT, Content content) {
    CoordinateGraph graph = new CoordinateGraph(data.coordinates(), demand);
    PointLayout layout =
        new PointLayout(
            graph.leaves().stream().map(n -> (CollectiveVariable) n.coordinate).toList(),
            data.source().masses());
    boolean dynamic = graph.nodes().stream().anyMatch(n -> n.kinetics);
    return new SamplePlan(
        data.coordinates(),
        demand,
        graph,
        layout,
        data.source().columns(),
        kT,
        content.velocities() && content.forces() && dynamic,
        content.forces() && dynamic,
        data.weighted(),
        data.columnWeights(),
        data.restraints(),
        null);
  }

  /** The same plan with weights that undo the restraints. */
  SamplePlan with(WindowWeights found) {
    return new SamplePlan(
        coordinates,
        demand,
        graph,
        layout,
        columns,
        kT,
        velocities,
        forces,
        weighted,
        columnWeights,
        restraints,
        found);
  }

  /** Space for what is decoded of a block of frames. */
  InputColumns input(int stride) {
    if (columns.isEmpty()) {
      return new PointColumns(layout, stride, velocities, forces);
    }
    TreeSet<Integer> wanted = graph.columns();
    if (columnWeights != null) {
      wanted.add(columnWeights.column());
    }
    int[] numbers = wanted.stream().mapToInt(Integer::intValue).toArray();
    return new SeriesColumns(columns, numbers, stride);
  }

  /** How many bytes the decoded content of a frame takes. */
  long frameBytes() {
    return 8L * (3L * layout.atoms().length * (forces ? 3 : 1) + graph.columns().size() + 1);
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
