package org.chikei.batch.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.chikei.api.Declaration;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CompositeVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.FramewiseVariable;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointFrame;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;

/** Coordinates simple enough to be known in closed form. */
public final class FakeCoordinates {
  public static final Class<CollectiveVariableProvider> KIND = CollectiveVariableProvider.class;

  private FakeCoordinates() {}

  private static Declaration declaration(String type, ParameterDeclaration... parameters) {
    return new Declaration(
        type, "a fake", "", "", "", "{name: x, type: " + type + "}", List.of(parameters));
  }

  /** The distance of two atoms. */
  public static final class Span implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return FakeCoordinates.declaration(
          "span",
          ParameterDeclaration.required("atoms", new ParameterType.Points(2, 2), "", "the ends"),
          ParameterDeclaration.optional("scale", ParameterType.Real.POSITIVE, 1.0, "", "a factor"));
    }

    @Override
    public Coordinate create(CoordinateRequest request) throws ParameterException {
      List<Point> points = request.parameters().points("atoms");
      if (points.get(0).equals(points.get(1))) {
        throw new ParameterException("atoms", "the two atoms are the same");
      }
      return new SpanVariable(points);
    }
  }

  /** |x₂ − x₁|. */
  public static class SpanVariable extends FramewiseVariable {
    public SpanVariable(List<Point> points) {
      super("nm", points);
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      double[] d = frame.displacement(0, 1);
      double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
      for (int k = 0; k < 3; k++) {
        gradient[k] = -d[k] / r;
        gradient[3 + k] = d[k] / r;
      }
      return r == 0 ? Double.NaN : r;
    }
  }

  /** The distance of two atoms until it was evaluated so often, and then trouble. */
  public static final class Failing implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return FakeCoordinates.declaration(
          "failing",
          ParameterDeclaration.required("atoms", new ParameterType.Points(2, 2), "", "the ends"),
          ParameterDeclaration.required(
              "after", new ParameterType.Whole(0, Long.MAX_VALUE), "", "frames"),
          ParameterDeclaration.required(
              "by",
              ParameterType.Choice.of("hanging", "throwing", "nan", "stuck-make", "throw-make"),
              "",
              "what it does"));
    }

    @Override
    public Coordinate create(CoordinateRequest request) {
      long after = request.parameters().whole("after");
      String by = request.parameters().text("by");
      if (by.equals("stuck-make")) {
        FailingStep.hang();
      }
      if (by.equals("throw-make")) {
        throw new IllegalStateException("no idea");
      }
      AtomicLong seen = new AtomicLong();
      AtomicBoolean woken = new AtomicBoolean();
      return new SpanVariable(request.parameters().points("atoms")) {
        @Override
        protected double evaluate(PointFrame frame, double[] gradient) {
          double span = super.evaluate(frame, gradient);
          if (seen.getAndIncrement() < after) {
            return span;
          }
          if (by.equals("throwing")) {
            throw new IllegalStateException("no more");
          }
          if (by.equals("hanging") && !woken.get()) {
            FailingStep.hang();
            woken.set(true);
          }
          return Double.NaN;
        }
      };
    }
  }

  /** R₁ R₂. */
  public static final class Product implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return FakeCoordinates.declaration(
          "product",
          ParameterDeclaration.required(
              "of", new ParameterType.Coordinates(2, 2), "", "the factors"));
    }

    @Override
    public Coordinate create(CoordinateRequest request) {
      return new ProductVariable(request.components());
    }
  }

  /** h = R₁ R₂. */
  public record ProductVariable(List<Coordinate> components) implements CompositeVariable {
    @Override
    public String unit() {
      return "";
    }

    @Override
    public void evaluate(
        int size, double[][] in, double[] value, double[][] first, double[][][] second) {
      for (int j = 0; j < size; j++) {
        value[j] = in[0][j] * in[1][j];
        first[0][j] = in[1][j];
        first[1][j] = in[0][j];
        if (second != null) {
          second[1][0][j] = 1;
        }
      }
    }
  }

  /** The x of an atom less a number that a file holds. */
  public static final class Zeroed implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return FakeCoordinates.declaration(
          "zeroed",
          ParameterDeclaration.required("atom", new ParameterType.Points(1, 1), "", "it"),
          ParameterDeclaration.required("from", new ParameterType.FileName(), "", "the number"));
    }

    @Override
    public Coordinate create(CoordinateRequest request) throws IOException {
      Path file = (Path) request.parameters().value("from").orElseThrow();
      String text = Files.readString(file).trim();
      if (!text.matches("\\d+")) {
        throw new InputException(file, "line 1: no number");
      }
      return new ZeroedVariable(request.parameters().points("atom"), Double.parseDouble(text));
    }
  }

  /** x − x₀. */
  public static final class ZeroedVariable extends FramewiseVariable {
    private final double from;

    public ZeroedVariable(List<Point> points, double from) {
      super("nm", points);
      this.from = from;
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      gradient[0] = 1;
      return frame.position(0, 0) - from;
    }

    @Override
    public List<String> notes() {
      return List.of("counted from " + from);
    }
  }

  /** The x of an atom on a circle of 0.01 nm. */
  public static final class Turn implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return FakeCoordinates.declaration(
          "turn", ParameterDeclaration.required("atom", new ParameterType.Points(1, 1), "", "it"));
    }

    @Override
    public Coordinate create(CoordinateRequest request) {
      return new TurnVariable(request.parameters().points("atom"));
    }
  }

  /** x wrapped. */
  public static final class TurnVariable extends FramewiseVariable {
    public static final Period PERIOD = new Period(-0.005, 0.005);

    public TurnVariable(List<Point> points) {
      super("nm", points);
    }

    @Override
    protected double evaluate(PointFrame frame, double[] gradient) {
      gradient[0] = 1;
      return PERIOD.wrap(frame.position(0, 0));
    }

    @Override
    public Optional<Period> period() {
      return Optional.of(PERIOD);
    }
  }
}
