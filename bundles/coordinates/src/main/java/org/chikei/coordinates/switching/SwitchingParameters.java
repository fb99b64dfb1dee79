package org.chikei.coordinates.switching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;

/** The parameters of a switching function: one mapping that all coordinates share. */
public final class SwitchingParameters {
  /** The usual key of the mapping. */
  public static final String SWITCHING = "switching";

  /** What the functions are, for the description of a coordinate. */
  public static final String DESCRIPTION =
      "Switching functions, x = (r - d0)/r0, one below d0: rational (1 - x^n)/(1 - x^m);"
          + " exponential e^-x; gaussian e^(-x²/2); smap (1 + (2^(a/b) - 1) x^a)^(-b/a); cubic"
          + " (y - 1)²(1 + 2y), y = (r - d0)/(d-max - d0); tanh 1 - tanh x; cosine (cos πx + 1)/2"
          + " up to x = 1; native-contacts 1/(1 + e^(beta (r - lambda reference))). Beyond d-max"
          + " they are zero, and they are stretched to end there without a jump. Many points are"
          + " summed fast where there is a d-max: then only neighbours are looked at.";

  /** Where the functions come from. */
  public static final String REFERENCE =
      "Switching functions: G. A. Tribello, M. Bonomi, D. Branduardi, C. Camilloni, G. Bussi,"
          + " Comput. Phys. Commun. 185, 604 (2014)";

  private static final String KIND = "kind";
  private static final String R0 = "r0";
  private static final String D0 = "d0";
  private static final String D_MAX = "d-max";
  private static final String N = "n";
  private static final String M = "m";
  private static final String A = "a";
  private static final String B = "b";
  private static final String BETA = "beta";
  private static final String LAMBDA = "lambda";
  private static final String NATIVE = "reference";
  private static final String STRETCH = "stretch";
  private static final String TOLERANCE = "tolerance";
  private static final int HIGHEST_POWER = 100;

  private static final ParameterType.Whole POWER = new ParameterType.Whole(1, HIGHEST_POWER);

  private static final ParameterType TYPE =
      new ParameterType.Group(
          List.of(
              ParameterDeclaration.optional(
                  KIND,
                  ParameterType.Choice.of(
                      "rational",
                      "exponential",
                      "gaussian",
                      "smap",
                      "cubic",
                      "tanh",
                      "cosine",
                      "native-contacts"),
                  "rational",
                  "",
                  "Which function."),
              ParameterDeclaration.optional(
                  R0,
                  ParameterType.Real.POSITIVE,
                  "nm",
                  "The length over which it falls; all but cubic and native-contacts need it."),
              ParameterDeclaration.optional(
                  D0, ParameterType.Real.ANY, 0.0, "nm", "The distance up to which it is one."),
              ParameterDeclaration.optional(
                  D_MAX,
                  ParameterType.Real.POSITIVE,
                  "nm",
                  "The distance beyond which it is zero; without it nothing is cut off."),
              ParameterDeclaration.optional(
                  N, POWER, 6L, "", "The exponent above, of the rational function."),
              ParameterDeclaration.optional(
                  M,
                  POWER,
                  "",
                  "The exponent below, of the rational function; twice n where it is left out."),
              ParameterDeclaration.optional(A, POWER, "", "The exponent a of smap."),
              ParameterDeclaration.optional(B, POWER, "", "The exponent b of smap."),
              ParameterDeclaration.optional(
                  BETA,
                  ParameterType.Real.POSITIVE,
                  50.0,
                  "1/nm",
                  "The steepness of native-contacts."),
              ParameterDeclaration.optional(
                  LAMBDA,
                  ParameterType.Real.POSITIVE,
                  1.8,
                  "",
                  "How much longer than the reference a contact of native-contacts may be."),
              ParameterDeclaration.optional(
                  NATIVE,
                  ParameterType.Real.POSITIVE,
                  "nm",
                  "The distance in the native structure, for native-contacts."),
              ParameterDeclaration.optional(
                  STRETCH,
                  new ParameterType.Flag(),
                  true,
                  "",
                  "Stretch the function so that it is zero at d-max; false cuts it with a jump."),
              ParameterDeclaration.optional(
                  TOLERANCE,
                  new ParameterType.Real(0, 0.5, true),
                  "",
                  "In place of d-max: what is subtracted, (s - tolerance)/(1 - tolerance), zero"
                      + " where s is below it.")));

  private SwitchingParameters() {}

  /**
   * Declares the mapping as one that a job must give.
   *
   * @param summary what it is for
   * @return the declaration
   */
  public static ParameterDeclaration required(String summary) {
    return ParameterDeclaration.required(SWITCHING, TYPE, "", summary);
  }

  /**
   * Declares the mapping as one that a job may give.
   *
   * @param summary what it is for
   * @return the declaration
   */
  public static ParameterDeclaration optional(String summary) {
    return ParameterDeclaration.optional(SWITCHING, TYPE, "", summary);
  }

  /**
   * Makes the function that a mapping describes.
   *
   * @param written the mapping, validated, defaults filled in
   * @param key the key to blame for values that do not go together
   * @return the function
   * @throws ParameterException if a value that the kind needs is missing or cannot be
   */
  public static SwitchingFunction read(Map<?, ?> written, String key) throws ParameterException {
    Parameters given = parameters(written);
    String kind = given.has(KIND) ? given.text(KIND) : "rational";
    double d0 = given.has(D0) ? given.real(D0) : 0;
    if (given.has(D_MAX) && given.real(D_MAX) <= d0) {
      throw new ParameterException(key, "d-max must be beyond d0");
    }
    if (given.has(D_MAX) && given.has(TOLERANCE)) {
      throw new ParameterException(key, "d-max and tolerance exclude each other; give one");
    }
    double r0 = r0(kind, d0, given, key);
    SwitchingFunction function = SwitchingFunction.of(profile(kind, r0, d0, given, key), r0, d0);
    if (given.has(TOLERANCE)) {
      return function.above(given.real(TOLERANCE));
    }
    if (!given.has(D_MAX)) {
      return function;
    }
    boolean stretch = !given.has(STRETCH) || given.flag(STRETCH);
    return stretch ? function.stretchedTo(given.real(D_MAX)) : function.cutOff(given.real(D_MAX));
  }

  private static double r0(String kind, double d0, Parameters given, String key)
      throws ParameterException {
    if (kind.equals("cubic")) {
      if (given.has(R0)) {
        throw new ParameterException(key, "kind cubic has no r0: it falls from d0 to d-max");
      }
      return need(given, D_MAX, kind, key) - d0;
    }
    if (kind.equals("native-contacts")) {
      return given.has(R0) ? given.real(R0) : 1;
    }
    return need(given, R0, kind, key);
  }

  private static Profile profile(String kind, double r0, double d0, Parameters given, String key)
      throws ParameterException {
    switch (kind) {
      case "exponential":
        return Shape.EXPONENTIAL;
      case "gaussian":
        return Shape.GAUSSIAN;
      case "cubic":
        return Shape.CUBIC;
      case "tanh":
        return Shape.TANH;
      case "cosine":
        return Shape.COSINE;
      case "smap":
        return new SmapProfile((int) need(given, A, kind, key), (int) need(given, B, kind, key));
      case "native-contacts":
        double reference = need(given, NATIVE, kind, key);
        double beta = given.has(BETA) ? given.real(BETA) : 50;
        double lambda = given.has(LAMBDA) ? given.real(LAMBDA) : 1.8;
        return new NativeProfile(beta, lambda * reference, r0, d0);
      default:
        int n = given.has(N) ? given.whole(N) : 6;
        int m = given.has(M) ? given.whole(M) : 2 * n;
        if (m <= n) {
          throw new ParameterException(
              key, "the exponent m = " + m + " must be above n = " + n + ", or nothing falls off");
        }
        return new RationalProfile(n, m);
    }
  }

  private static double need(Parameters given, String name, String kind, String key)
      throws ParameterException {
    if (!given.has(name)) {
      throw new ParameterException(key, "kind " + kind + " needs '" + name + "'");
    }
    return given.real(name);
  }

  /**
   * A nested mapping as parameters.
   *
   * @param written the mapping
   * @return its values by key
   */
  public static Parameters parameters(Map<?, ?> written) {
    Map<String, Object> values = new LinkedHashMap<>();
    written.forEach((name, value) -> values.put((String) name, value));
    return new Parameters(values);
  }
}
