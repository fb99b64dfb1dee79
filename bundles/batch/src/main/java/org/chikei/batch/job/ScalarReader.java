package org.chikei.batch.job;

import java.math.BigInteger;
import java.util.Locale;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Problems;
import org.chikei.batch.text.Suggestion;

/** Reads numbers, flags, words and text. */
final class ScalarReader {
  private final Problems problems;

  ScalarReader(Problems problems) {
    this.problems = problems;
  }

  Object read(ParameterType type, JobNode.Scalar scalar, String path) {
    if (type instanceof ParameterType.Real real) {
      return real(real, scalar, path);
    }
    if (type instanceof ParameterType.Whole whole) {
      return whole(whole, scalar, path);
    }
    if (type instanceof ParameterType.Flag) {
      return scalar.kind() == JobNode.Kind.FLAG
          ? Boolean.valueOf(scalar.text().toLowerCase(Locale.ROOT))
          : refuse(type, scalar, path, "");
    }
    if (type instanceof ParameterType.Choice choice) {
      return choice.words().contains(scalar.text())
          ? scalar.text()
          : refuse(type, scalar, path, Suggestion.question(scalar.text(), choice.words()));
    }
    if (type instanceof ParameterType.Text text) {
      if (text.pattern().isEmpty() || scalar.text().matches(text.pattern())) {
        return scalar.text();
      }
      problems.add(
          scalar.place(), path, scalar.kindInWords() + " does not have the form " + text.pattern());
      return null;
    }
    throw new IllegalArgumentException("no scalar: " + type);
  }

  private Double real(ParameterType.Real type, JobNode.Scalar scalar, String path) {
    double value;
    if (scalar.kind() == JobNode.Kind.WHOLE) {
      value = integer(scalar.text()).doubleValue();
    } else if (scalar.kind() == JobNode.Kind.REAL && !scalar.text().matches("[-+]?\\.[a-zA-Z]+")) {
      value = Double.parseDouble(scalar.text());
    } else if (scalar.kind() == JobNode.Kind.REAL) {
      return refuse(type, scalar, path, "", "; must be a finite number");
    } else {
      return refuse(type, scalar, path, "");
    }
    if (!Double.isFinite(value)) {
      return refuse(type, scalar, path, "", "; must be a finite number");
    }
    boolean inside =
        type.exclusive()
            ? value > type.minimum() && value < type.maximum()
            : value >= type.minimum() && value <= type.maximum();
    return inside ? (Double) value : refuse(type, scalar, path, "");
  }

  private Long whole(ParameterType.Whole type, JobNode.Scalar scalar, String path) {
    if (scalar.kind() != JobNode.Kind.WHOLE) {
      return refuse(type, scalar, path, "");
    }
    BigInteger value = integer(scalar.text());
    boolean inside =
        value.compareTo(BigInteger.valueOf(type.minimum())) >= 0
            && value.compareTo(BigInteger.valueOf(type.maximum())) <= 0;
    return inside ? (Long) value.longValue() : refuse(type, scalar, path, "");
  }

  static BigInteger integer(String text) {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    return text.startsWith("0o")
        ? new BigInteger(text.substring(2), 8)
        : new BigInteger(text.startsWith("+") ? text.substring(1) : text);
  }

  private <T> T refuse(ParameterType type, JobNode.Scalar scalar, String path, String question) {
    return refuse(type, scalar, path, question, "; must be " + TypeWords.accepted(type));
  }

  private <T> T refuse(
      ParameterType type, JobNode.Scalar scalar, String path, String question, String wanted) {
    problems.add(scalar.place(), path, scalar.kindInWords() + question + wanted);
    return null;
  }
}
