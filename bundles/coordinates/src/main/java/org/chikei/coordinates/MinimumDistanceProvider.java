package org.chikei.coordinates;

import java.util.List;
import java.util.Locale;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code minimum-distance}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + MinimumDistanceProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + MinimumDistanceProvider.SUMMARY
    })
public final class MinimumDistanceProvider implements CollectiveVariableProvider {
  static final String TYPE = "minimum-distance";
  static final String SUMMARY = "smooth minimum of the distances between two groups of points";

  private static final String FORM = "form";
  private static final String BETA = "beta";
  private static final String N = "n";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "A smooth function of the distances of all pairs that is near the smallest of them: the"
            + " nearer, the larger beta or n. The forms inverse and soft stay below it; power-sum"
            + " does too, and power-mean, a mean over the pairs, stays above. Where two points"
            + " coincide it is zero and has no gradient.",
        "inverse: R = beta/log Σ e^(beta/r); soft: -log Σ e^(-beta r)/beta; power-sum:"
            + " (Σ r^-n)^(-1/n); power-mean: ((1/N) Σ r^-n)^(-1/n)",
        "inverse, soft: G. A. Tribello, M. Bonomi, D. Branduardi, C. Camilloni, G. Bussi, Comput."
            + " Phys. Commun. 185, 604 (2014); power-mean: G. Fiorin, M. L. Klein, J. Hénin, Mol."
            + " Phys. 111, 3345 (2013)",
        "- {name: near, type: minimum-distance, group-a: [1, 2], group-b: [8, 9, 10], beta: 50}",
        List.of(
            Groups.declareFirst(),
            Groups.declareSecond(),
            ParameterDeclaration.optional(
                FORM,
                ParameterType.Choice.of("inverse", "soft", "power-sum", "power-mean"),
                "inverse",
                "",
                "How the distances are brought together."),
            ParameterDeclaration.optional(
                BETA,
                ParameterType.Real.POSITIVE,
                "nm or 1/nm",
                "How sharply the smallest one stands out: a length for inverse, one over a length"
                    + " for soft, which need it."),
            ParameterDeclaration.optional(
                N,
                new ParameterType.Real(1, 1000, false),
                6.0,
                "",
                "The exponent of power-sum and power-mean."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    Parameters parameters = request.parameters();
    MinimumDistance.Form form =
        MinimumDistance.Form.valueOf(
            parameters.text(FORM).toUpperCase(Locale.ROOT).replace('-', '_'));
    boolean power =
        form == MinimumDistance.Form.POWER_SUM || form == MinimumDistance.Form.POWER_MEAN;
    if (!power && !parameters.has(BETA)) {
      throw new ParameterException(
          FORM, parameters.text(FORM) + " needs '" + BETA + "'; try 50 to 500");
    }
    return new MinimumDistance(
        Groups.of(request),
        form,
        parameters.real(power ? N : BETA),
        PointParameters.nearestImage(request));
  }
}
