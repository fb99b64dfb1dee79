package org.chikei.batch.fake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.Declaration;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.ColumnVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.model.ModelVariable;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;

/** A model of one swing, x = a sin t and y = a cos t, that a fake simulator tabulates. */
public final class FakeModels {
  private FakeModels() {}

  /** A registry that has models. */
  public static FakeRegistry registry() {
    return FakeRegistry.full()
        .add(FakeCoordinates.KIND, "column", new Column())
        .add(ModelProvider.class, "swing", new Swing())
        .add(Simulator.class, "", new Tabulator());
  }

  /** The provider of {@code swing}. */
  public static final class Swing implements ModelProvider {
    @Override
    public Declaration declaration() {
      return new Declaration(
          "swing",
          "a fake",
          "",
          "",
          "",
          "source: {model: swing}",
          List.of(
              ParameterDeclaration.optional(
                  "amplitude", ParameterType.Real.POSITIVE, 1.0, "", "how far")));
    }

    @Override
    public Model create(Parameters parameters) throws ParameterException {
      if (parameters.real("amplitude") > 10) {
        throw new ParameterException("amplitude", "the swing would turn over");
      }
      return new SwingModel(parameters.real("amplitude"));
    }
  }

  private record SwingModel(double amplitude) implements MechanicalModel {
    @Override
    public List<ModelVariable> variables() {
      return List.of(ModelVariable.of("x"), ModelVariable.of("y"));
    }

    @Override
    public double[] start() {
      return new double[] {0, amplitude};
    }

    @Override
    public double fastest(double kT) {
      return 1;
    }

    @Override
    public double[] masses() {
      return new double[] {2, 4};
    }

    @Override
    public double energy(double[] q) {
      return 0.5 * (q[0] * q[0] + q[1] * q[1]);
    }

    @Override
    public void force(double[] q, double[] force) {
      force[0] = -2 * q[0];
      force[1] = -4 * q[1];
    }
  }

  /** Tabulates sine and cosine. */
  public static final class Tabulator implements Simulator {
    @Override
    public List<ParameterDeclaration> parameters() {
      return List.of(
          ParameterDeclaration.required(
              "frames", new ParameterType.Whole(1, 10_000), "", "how many"),
          ParameterDeclaration.optional(
              "spacing", ParameterType.Real.POSITIVE, 0.1, "", "how far apart"));
    }

    @Override
    public Simulation prepare(Model model, double kT, Parameters parameters)
        throws ParameterException {
      if (parameters.real("spacing") > 1) {
        throw new ParameterException("spacing", "frames would miss the swing");
      }
      return new Table(
          ((SwingModel) model).amplitude(), parameters.whole("frames"), parameters.real("spacing"));
    }
  }

  private record Table(double amplitude, int frames, double spacing)
      implements Simulator.Simulation {
    @Override
    public Simulator.VariableColumns columns(int variable) {
      String name = variable == 0 ? "x" : "y";
      return new Simulator.VariableColumns(name, "v" + name, "a" + name, 1.0 / (2 << variable));
    }

    @Override
    public Series open() {
      return new TableSeries(this);
    }
  }

  private static final class TableSeries implements Series {
    private final Table table;
    private int done;

    TableSeries(Table table) {
      this.table = table;
    }

    @Override
    public List<SeriesColumn> columns() {
      return List.of("time", "x", "vx", "ax", "y", "vy", "ay").stream()
          .map(n -> new SeriesColumn(n, "", Optional.empty(), 0))
          .toList();
    }

    @Override
    public int timeColumn() {
      return 0;
    }

    @Override
    public Set<FrameContent> carries() {
      return Set.of(FrameContent.TIME);
    }

    @Override
    public long frames() {
      return table.frames;
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public FrameBatch next(int maximum) {
      int first = done;
      int size = Math.min(maximum, table.frames - done);
      done += size;
      return size == 0 ? null : new Rows(first, size, table.spacing);
    }

    @Override
    public double progress() {
      return (double) done / table.frames;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public SeriesDecoder decoder(int[] columns) {
      return (batch, rows, from, to, into, at) -> {
        for (int c = 0; c < columns.length; c++) {
          for (int k = from; k < to; k++) {
            double t = batch.time(rows[k]);
            double s = table.amplitude * Math.sin(t);
            double u = table.amplitude * Math.cos(t);
            into[c][at + k - from] = new double[] {t, s, u, -s, u, -s, -u}[columns[c]];
          }
        }
      };
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private record Rows(int first, int size, double spacing) implements FrameBatch {
    @Override
    public double time(int frame) {
      return (first + frame) * spacing;
    }

    @Override
    public long number(int frame) {
      return first + frame;
    }
  }

  /** A column with its velocity, acceleration and mass. */
  public static final class Column implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return new Declaration(
          "column",
          "a fake",
          "",
          "",
          "",
          "{name: x, type: column}",
          List.of(
              ParameterDeclaration.required("column", ParameterType.Text.ANY, "", "which"),
              ParameterDeclaration.optional("velocity", ParameterType.Text.ANY, "", "its rate"),
              ParameterDeclaration.optional("acceleration", ParameterType.Text.ANY, "", "its bend"),
              ParameterDeclaration.optional("mass", ParameterType.Real.POSITIVE, "", "its mass")));
    }

    @Override
    public Coordinate create(CoordinateRequest request) {
      Parameters p = request.parameters();
      return new ColumnVariable(
          SeriesColumn.indexOf(request.columns(), p.text("column")),
          "",
          Optional.empty(),
          p.has("velocity") ? SeriesColumn.indexOf(request.columns(), p.text("velocity")) : -1,
          p.has("acceleration")
              ? SeriesColumn.indexOf(request.columns(), p.text("acceleration"))
              : -1,
          p.has("mass") ? p.real("mass") : Double.NaN);
    }
  }
}
