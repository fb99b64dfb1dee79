package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code cell}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + CellProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + CellProvider.SUMMARY
    })
public final class CellProvider implements CollectiveVariableProvider {
  static final String TYPE = "cell";
  static final String SUMMARY = "a length, an angle or a vector component of the box";

  private static final ParameterType.Choice COMPONENTS =
      ParameterType.Choice.of(
          "a", "b", "c", "alpha", "beta", "gamma", "ax", "ay", "az", "bx", "by", "bz", "cx", "cy",
          "cz");

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The length of a box vector (a, b, c), an angle between two of them (alpha between b and c,"
            + " beta between a and c, gamma between a and b), or a component of one. It is no"
            + " function of the atoms: it has no gradient and no mass, and its velocity comes from"
            + " the series alone.",
        "R = |a|, …; cos α = b·c/(|b| |c|), …; a_x, …",
        "",
        "- {name: lz, type: cell, component: c}",
        List.of(
            ParameterDeclaration.required(
                PointParameters.COMPONENT, COMPONENTS, "", "Which number of the box.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) {
    int index = COMPONENTS.words().indexOf(request.parameters().text(PointParameters.COMPONENT));
    if (index < 3) {
      return new CellQuantity("nm", box -> CellQuantity.length(box, index));
    }
    if (index < 6) {
      int one = index == 3 ? 1 : 0;
      int other = index == 5 ? 1 : 2;
      return new CellQuantity("rad", box -> CellQuantity.angle(box, one, other));
    }
    return new CellQuantity("nm", box -> box[index - 6]);
  }
}
