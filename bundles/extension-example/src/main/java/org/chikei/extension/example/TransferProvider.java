package org.chikei.extension.example;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.FramewiseVariable;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointFrame;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code transfer}: how far an atom has gone from one to another. */
@Component(
    property = {
      ServiceProperties.TYPE + "=transfer",
      ServiceProperties.SUMMARY + "=how far an atom has gone from a donor to an acceptor"
    })
public final class TransferProvider implements CollectiveVariableProvider {

  /** Makes the provider. */
  public TransferProvider() {
    // stateless
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "transfer",
        "how far an atom has gone from a donor to an acceptor",
        "The distance from the donor less the distance to the acceptor: negative before the"
            + " transfer, positive after it.",
        "R = |x2 - x1| - |x3 - x2|",
        "",
        "- {name: proton, type: transfer, atoms: [1, 2, 3]}",
        List.of(
            ParameterDeclaration.required(
                "atoms",
                new ParameterType.Points(3, 3),
                "",
                "The donor, the atom that goes, the acceptor.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) {
    return new Transfer(request.parameters().points("atoms"));
  }

  /** The coordinate: a value and its gradient is all there is to write. */
  private static final class Transfer extends FramewiseVariable {

    Transfer(List<Point> points) {
      super("nm", points);
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      return length(frame, 0, 1, 1, gradient) - length(frame, 1, 2, -1, gradient);
    }

    /** A distance; its gradient times a sign is added. */
    private static double length(
        PointFrame frame, int from, int to, double sign, double[] gradient) {
      double[] vector = frame.displacement(from, to);
      double length =
          Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
      for (int d = 0; d < 3; d++) {
        double slope = sign * vector[d] / length;
        gradient[3 * to + d] += slope;
        gradient[3 * from + d] -= slope;
      }
      return length;
    }
  }
}
