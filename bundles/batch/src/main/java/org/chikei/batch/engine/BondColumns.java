package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.structure.Bond;

/**
 * Lengths of bonds, and how fast they change, in the frames of the pilot.
 *
 * @param bonds the bonds
 * @param lengths R of each bond in each frame, in nm
 * @param rates Ṙ of each bond in each frame, in nm/ps; null where there are no velocities
 */
public record BondColumns(List<Bond> bonds, double[][] lengths, double[][] rates) {

  /** Decodes and evaluates the bonds. */
  static BondColumns of(List<Bond> bonds, double[] masses, Slice pilot, boolean velocities)
      throws IOException {
    List<CollectiveVariable> variables = new ArrayList<>();
    bonds.forEach(b -> variables.add(new BondLength(b)));
    PointLayout layout = new PointLayout(variables, masses);
    int frames = pilot.frames().size();
    PointColumns columns = new PointColumns(layout, Math.min(256, frames), velocities, false);
    List<LeafEvaluator> evaluators = new ArrayList<>();
    variables.forEach(v -> evaluators.add(new LeafEvaluator(v, layout, columns, 1)));
    double[][] lengths = new double[bonds.size()][frames];
    double[][] rates = velocities ? new double[bonds.size()][frames] : null;
    for (int row = 0; row < frames; row += columns.stride()) {
      columns.fill(pilot.frames(), row, Math.min(frames, row + columns.stride()));
      for (int b = 0; b < lengths.length; b++) {
        LeafEvaluator evaluator = evaluators.get(b);
        evaluator.evaluate();
        evaluator.contract(null, null, null, 0);
        System.arraycopy(evaluator.out.value(), 0, lengths[b], row, columns.size());
        if (velocities) {
          System.arraycopy(evaluator.rate, 0, rates[b], row, columns.size());
        }
      }
    }
    return new BondColumns(bonds, lengths, rates);
  }

  /** The distance of two bonded atoms. */
  private static final class BondLength implements CollectiveVariable {
    private final List<Point> points;

    BondLength(Bond bond) {
      points = List.of(Point.ofAtom(bond.first()), Point.ofAtom(bond.second()));
    }

    @Override
    public String unit() {
      return "nm";
    }

    @Override
    public List<Point> points() {
      return points;
    }

    @Override
    public void evaluate(PointBlock in, DerivativeBlock out) {
      double[] dx = out.scratch(0);
      double[] dy = out.scratch(1);
      double[] dz = out.scratch(2);
      in.displacements(0, 1, dx, dy, dz);
      double[] value = out.value();
      double[] gradient = out.gradient();
      int stride = out.stride();
      for (int j = 0; j < in.size(); j++) {
        double r = Math.sqrt(dx[j] * dx[j] + dy[j] * dy[j] + dz[j] * dz[j]);
        value[j] = r;
        gradient[j] = -dx[j] / r;
        gradient[stride + j] = -dy[j] / r;
        gradient[2 * stride + j] = -dz[j] / r;
        gradient[3 * stride + j] = dx[j] / r;
        gradient[4 * stride + j] = dy[j] / r;
        gradient[5 * stride + j] = dz[j] / r;
      }
    }
  }
}
