package org.chikei.landscape.profile;

import java.util.function.DoubleUnaryOperator;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.text.Words;

/**
 * Another name for the same places: u(r), one to one and smooth, such as the square of a distance.
 *
 * @param word what the job calls it
 * @param formula how it is written, with the name of the coordinate in it
 * @param value u(r)
 * @param slope du/dr
 */
public record Relabelling(
    String word, String formula, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
  public static final String AUTO = "auto";
  public static final String NONE = "none";
  public static final String SQUARE = "square";
  public static final String LOGARITHM = "logarithm";
  public static final String COSINE = "cosine";
  public static final String EXPONENTIAL = "exponential";
  public static final String WAVE = "wave";

  /**
   * Refuses what a coordinate cannot be.
   *
   * @param word what the job asks for
   * @param coordinate the coordinate
   * @throws ParameterException if the relabelling would not be one to one on it, whatever the data
   */
  public static void check(String word, CoordinateInfo coordinate) throws ParameterException {
    boolean circle = coordinate.period().isPresent();
    if (circle && !word.equals(WAVE) && !word.equals(AUTO) && !word.equals(NONE)) {
      throw new ParameterException(
          "relabel",
          "'"
              + word
              + "' gives several places of the periodic coordinate '"
              + coordinate.name()
              + "' one name or cuts its circle; 'wave' keeps it whole");
    }
    if (!circle && word.equals(WAVE)) {
      throw new ParameterException(
          "relabel", "'wave' is for periodic coordinates; '" + coordinate.name() + "' is none");
    }
    if (word.equals(COSINE) && !coordinate.unit().equals("rad")) {
      throw new ParameterException(
          "relabel", "'cosine' is for angles; '" + coordinate.name() + "' is none");
    }
  }

  /**
   * Makes the relabelling that a job asks for.
   *
   * @param word one of the words; {@link #AUTO} for the square of what is positive, the cosine of
   *     an angle, a wave on a circle, and the exponential of everything else
   * @param coordinate the coordinate
   * @param centres the bins that were visited, ascending
   * @param mean the mean of all samples
   * @param deviation their standard deviation
   * @return the relabelling; null for none, or where it would not be one to one on these bins
   */
  static Relabelling of(
      String word, CoordinateInfo coordinate, double[] centres, double mean, double deviation) {
    String name = coordinate.name();
    if (word.equals(NONE) || centres.length == 0) {
      return null;
    }
    double low = centres[0];
    double high = centres[centres.length - 1];
    boolean positive = low > 0;
    boolean angle = coordinate.unit().equals("rad") && positive && high < Math.PI;
    if (coordinate.period().isPresent()) {
      return wave(name, coordinate.period().get().length());
    }
    String chosen = !word.equals(AUTO) ? word : angle ? COSINE : positive ? SQUARE : EXPONENTIAL;
    return switch (chosen) {
      case COSINE ->
          angle ? new Relabelling(COSINE, "cos " + name, Math::cos, r -> -Math.sin(r)) : null;
      case SQUARE -> positive ? new Relabelling(SQUARE, name + "²", r -> r * r, r -> 2 * r) : null;
      case LOGARITHM ->
          positive ? new Relabelling(LOGARITHM, "ln " + name, Math::log, r -> 1 / r) : null;
      default -> deviation > 0 ? exponential(name, mean, deviation) : null;
    };
  }

  /**
   * The unit of u.
   *
   * @param unit the unit of r
   */
  public String unit(String unit) {
    return switch (word) {
      case SQUARE -> unit.isEmpty() ? "" : unit + "^2";
      case WAVE -> unit;
      default -> "";
    };
  }

  /** One standard deviation is an e-fold, so that the stretch is felt but does not run away. */
  private static Relabelling exponential(String name, double mean, double deviation) {
    String formula = "exp(" + name + "/" + Words.number(deviation, 3) + ")";
    return new Relabelling(
        EXPONENTIAL,
        formula,
        r -> Math.exp((r - mean) / deviation),
        r -> Math.exp((r - mean) / deviation) / deviation);
  }

  private static Relabelling wave(String name, double period) {
    double turn = 2 * Math.PI / period;
    boolean radians = Math.abs(turn - 1) < 1e-12;
    String formula =
        radians
            ? name + " + ½ sin " + name
            : name + " + ½ sin(" + Words.number(turn, 4) + " " + name + ")";
    return new Relabelling(
        WAVE,
        radians ? formula : formula + "/" + Words.number(turn, 4),
        r -> r + Math.sin(turn * r) / (2 * turn),
        r -> 1 + Math.cos(turn * r) / 2);
  }
}
