package org.chikei.coordinates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.SeriesColumn;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code column}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + ColumnProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + ColumnProvider.SUMMARY
    })
public final class ColumnProvider implements CollectiveVariableProvider {
  static final String TYPE = "column";
  static final String SUMMARY = "column of a series";
  private static final String COLUMN = "column";
  private static final String PERIODIC = "periodic";
  private static final String UNIT = "unit";
  private static final String MASS = "mass";
  private static final String VELOCITY = "velocity";
  private static final String ACCELERATION = "acceleration";
  private static final String NONE = "no";

  /** A period that is a turn in radians, to the digits of a π that was rounded. */
  private static final double TURN_TOLERANCE = 1e-5;

  private static final ParameterType NAME =
      ParameterType.OneOf.of(new ParameterType.Whole(1, Integer.MAX_VALUE), ParameterType.Text.ANY);
  private static final ParameterType END =
      ParameterType.OneOf.of(ParameterType.Real.ANY, ParameterType.Text.ANY);

  /** Called by the component runtime. */
  public ColumnProvider() {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "What a column of the source holds, where the source is a series. Its velocity and its"
            + " acceleration are those of the columns that the job names, and then kinetics are"
            + " direct: R' and R'' of the coordinate itself, not of atoms. Otherwise they come from"
            + " central differences of the series, which need rows a small part of the fastest"
            + " period apart. A mass that is known makes the metric 1/mass, the same everywhere: G"
            + " and Vm are then equal but for what the run has not sampled, mean squared velocities"
            + " are compared with kT/mass, and with an acceleration but no velocity kinetics are"
            + " momentum-averaged. The metric between two columns is not known.",
        "R = column; g = 1/mass",
        "",
        "- {name: phi, type: column, column: phi, periodic: [-pi, pi], unit: rad}",
        List.of(
            ParameterDeclaration.required(
                COLUMN, NAME, "", "The name of the column, or its number in the file from 1."),
            ParameterDeclaration.optional(
                PERIODIC,
                ParameterType.OneOf.of(
                    new ParameterType.ListOf(END, 2, 2), ParameterType.Choice.of(NONE)),
                "CV",
                "The two ends of the circle, numbers or expressions with pi, or 'no'; what the file"
                    + " says if absent. Values are wrapped into it."),
            ParameterDeclaration.optional(
                UNIT,
                ParameterType.Text.ANY,
                "",
                "The unit of the values; what the file says if absent. Nothing is converted."),
            ParameterDeclaration.optional(
                MASS,
                ParameterType.Real.POSITIVE,
                "amu nm^2/CV^2",
                "The mass, where it is the same everywhere and known."),
            ParameterDeclaration.optional(
                VELOCITY, NAME, "CV/ps", "The column of the velocity, by name or number."),
            ParameterDeclaration.optional(
                ACCELERATION,
                NAME,
                "CV/ps^2",
                "The column of the acceleration, by name or number.")));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    Parameters parameters = request.parameters();
    if (request.columns().isEmpty()) {
      throw new ParameterException(
          COLUMN,
          "the source has atoms and no columns; name 'series' in the source, or use another type");
    }
    int column = find(COLUMN, request);
    SeriesColumn found = request.columns().get(column);
    Optional<Period> period = period(parameters, found);
    return new ColumnVariable(
        column,
        unit(parameters, found, period),
        period,
        parameters.has(VELOCITY) ? find(VELOCITY, request) : -1,
        parameters.has(ACCELERATION) ? find(ACCELERATION, request) : -1,
        parameters.has(MASS) ? parameters.real(MASS) : Double.NaN);
  }

  private static int find(String key, CoordinateRequest request) throws ParameterException {
    String text = String.valueOf(request.parameters().value(key).orElseThrow());
    int column = SeriesColumn.indexOf(request.columns(), text);
    if (column < 0) {
      throw new ParameterException(
          key,
          "the series has no column '"
              + text
              + "' (it has: "
              + request.columns().stream().map(SeriesColumn::name).collect(Collectors.joining(", "))
              + ")");
    }
    return column;
  }

  private static Optional<Period> period(Parameters parameters, SeriesColumn column)
      throws ParameterException {
    if (!parameters.has(PERIODIC)) {
      return column.period();
    }
    if (!(parameters.value(PERIODIC).orElseThrow() instanceof List<?> ends)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Period.parse(ends.get(0).toString(), ends.get(1).toString()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(PERIODIC, e.getMessage());
    }
  }

  /** What the job says, or the file; a circle of 2π is in radians. */
  private static String unit(Parameters parameters, SeriesColumn column, Optional<Period> period) {
    if (parameters.has(UNIT)) {
      return parameters.text(UNIT);
    }
    boolean turn =
        period.isPresent() && Math.abs(period.get().length() - 2 * Math.PI) < TURN_TOLERANCE;
    return column.unit().isEmpty() && turn ? "rad" : column.unit();
  }
}
