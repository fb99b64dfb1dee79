package org.chikei.api.text;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.chikei.api.Declaration;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;

/** Prints what a provider says of itself, for a person at a terminal. */
public final class Description {
  private static final int WIDTH = 100;

  private final PrintStream out;

  /**
   * Prepares to print.
   *
   * @param out where to
   */
  public Description(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints a declaration.
   *
   * @param declaration what a provider says of itself
   */
  public void print(Declaration declaration) {
    out.println(declaration.type() + ": " + declaration.summary());
    paragraph("", declaration.description());
    paragraph("Formula: ", declaration.formula());
    paragraph("Source: ", declaration.reference());
    if (!declaration.parameters().isEmpty()) {
      out.println();
      out.println("Parameters:");
      parameters("", declaration.parameters());
    }
    if (!declaration.example().isEmpty()) {
      out.println();
      out.println("Example:");
      declaration.example().lines().forEach(line -> out.println("  " + line));
    }
  }

  private void paragraph(String label, String text) {
    if (!text.isEmpty()) {
      out.println();
      text.lines().forEach(line -> wrapped("", label + line));
    }
  }

  private void parameters(String prefix, List<ParameterDeclaration> parameters) {
    for (ParameterDeclaration parameter : parameters) {
      wrapped("  ", prefix + parameter.name() + ": " + given(parameter));
      wrapped("      ", parameter.summary());
      if (parameter.type() instanceof ParameterType.Group group) {
        parameters(prefix + parameter.name() + ".", group.members());
      }
    }
  }

  private static String given(ParameterDeclaration parameter) {
    String unit = parameter.unit().isEmpty() ? "" : " in " + parameter.unit();
    if (parameter.unit().contains("CV")) {
      unit += ", CV being the coordinate's unit";
    }
    String otherwise =
        parameter.required()
            ? "required"
            : parameter.defaultValue().map(d -> "default " + value(d)).orElse("optional");
    return accepted(parameter.type()) + unit + "; " + otherwise;
  }

  private static String value(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }

  /** Prints text in lines of up to a hundred characters, each behind the same indent. */
  private void wrapped(String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
        out.println(line.toString().stripTrailing());
        line.setLength(indent.length());
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }

  /**
   * What a type accepts, in a few words.
   *
   * @param type the type of a parameter
   * @return such as {@code a number above 0}
   */
  public static String accepted(ParameterType type) {
    if (type instanceof ParameterType.Real real) {
      return "a number" + bounds(real.minimum(), real.maximum(), real.exclusive());
    }
    if (type instanceof ParameterType.Whole whole) {
      return "a whole number"
          + bounds(
              whole.minimum() <= Integer.MIN_VALUE ? Double.NEGATIVE_INFINITY : whole.minimum(),
              whole.maximum() >= Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : whole.maximum(),
              false);
    }
    if (type instanceof ParameterType.Flag) {
      return "true or false";
    }
    if (type instanceof ParameterType.Text) {
      return "text";
    }
    if (type instanceof ParameterType.Choice choice) {
      return String.join(" or ", choice.words());
    }
    if (type instanceof ParameterType.Points points) {
      return "a list of " + count(points.minimum(), points.maximum()) + "atoms";
    }
    if (type instanceof ParameterType.Coordinates coordinates) {
      return "a list of " + count(coordinates.minimum(), coordinates.maximum()) + "coordinates";
    }
    if (type instanceof ParameterType.ListOf list) {
      return "a list of "
          + count(list.minimum(), list.maximum())
          + "values, each "
          + accepted(list.element());
    }
    if (type instanceof ParameterType.OneOf oneOf) {
      return oneOf.alternatives().stream()
          .map(Description::accepted)
          .distinct()
          .collect(Collectors.joining(", or "));
    }
    if (type instanceof ParameterType.MapOf map) {
      return "a mapping to " + accepted(map.value());
    }
    return type instanceof ParameterType.Group ? "a mapping" : "a file";
  }

  private static String bounds(double minimum, double maximum, boolean exclusive) {
    boolean low = !Double.isInfinite(minimum);
    boolean high = !Double.isInfinite(maximum);
    if (low && high) {
      return (exclusive ? " between " : " from ")
          + value((Object) minimum)
          + (exclusive ? " and " : " to ")
          + value((Object) maximum);
    }
    return low
        ? (exclusive ? " above " : " of at least ") + value((Object) minimum)
        : high ? (exclusive ? " below " : " of at most ") + value((Object) maximum) : "";
  }

  private static String count(int minimum, int maximum) {
    if (minimum == maximum) {
      return minimum + " ";
    }
    return maximum == Integer.MAX_VALUE
        ? minimum <= 1 ? "" : "at least " + minimum + " "
        : minimum + " to " + maximum + " ";
  }
}
