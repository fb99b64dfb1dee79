package org.chikei.coordinates;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;

/**
 * One number that tells how a ring is puckered: a function of its puckering vector. The phase of a
 * ring that is flat does not exist, nor does the gradient of its amplitude.
 */
final class Puckering extends PointVariable {

  /**
   * What is computed.
   *
   * @param kind the function of the puckering vector
   * @param byTorsions whether the vector is that of two torsions, not of heights above a plane
   * @param period the period of the value
   */
  record Component(PuckeringFunction.Kind kind, boolean byTorsions, Optional<Period> period) {

    /** The unit: of torsions and angles rad, of heights nm. */
    String unit() {
      boolean angle =
          kind == PuckeringFunction.Kind.PHASE || kind == PuckeringFunction.Kind.POLAR_ANGLE;
      return angle || byTorsions ? "rad" : "nm";
    }
  }

  private final Component component;
  private final boolean nearestImage;

  Puckering(List<Point> points, Component component, boolean nearestImage) {
    super(points, component.unit());
    this.component = component;
    this.nearestImage = nearestImage;
  }

  @Override
  public Optional<Period> period() {
    return component.period();
  }

  @Override
  public void evaluate(PointBlock in, DerivativeBlock out) {
    RingModel ring =
        component.byTorsions()
            ? new TorsionRing(in, nearestImage, out)
            : new MeanPlaneRing(in, nearestImage, out);
    PuckeringVector vector = new PuckeringVector(in.points());
    PuckeringFunction function = new PuckeringFunction(component.kind());
    for (int j = 0; j < in.size(); j++) {
      ring.set(j, vector);
      function.set(vector.value, vector.floor);
      if (component.period().isPresent()) {
        function.value = component.period().get().wrap(function.value);
      }
      vector.put(function, j, in, out);
    }
  }
}
