package org.chikei.extension.example;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.osgi.service.component.annotations.Component;

/**
 * The step {@code half-life}: how long a basin lasts, from the rates that another step of the job
 * found. It looks at no sample itself.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=half-life",
      ServiceProperties.SUMMARY + "=half-lives of basins from the rates of a comparison"
    })
public final class HalfLifeStep implements AnalysisStep {

  /** Makes the step. */
  public HalfLifeStep() {
    // stateless
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "half-life",
        "half-lives of basins from the rates of a comparison",
        "Transition-state theory's upper bound of the rate over each barrier, as a half-life, which"
            + " is a lower bound then.",
        "t = ln 2 / k",
        "",
        "- {step: half-life, of: phi, comparison: phi, name: lives}",
        List.of(
            ParameterDeclaration.required(
                "comparison", ParameterType.Text.ANY, "", "The name of the comparison.")));
  }

  @Override
  public int minimumCoordinates() {
    return 1;
  }

  @Override
  public int maximumCoordinates() {
    return 1;
  }

  @Override
  public Analysis prepare(StepRequest request) {
    return new HalfLives(request, request.parameters().text("comparison"));
  }

  /**
   * The step of a job.
   *
   * @param request what the job says
   * @param comparison the step whose result is needed
   */
  private record HalfLives(StepRequest request, String comparison) implements Analysis, Collector {

    @Override
    public SampleRequirements requirements() {
      return SampleRequirements.VALUES;
    }

    @Override
    public List<String> needs() {
      return List.of(comparison);
    }

    @Override
    public Collector collect(DataOverview overview) {
      return this;
    }

    @Override
    public Accumulator accumulator() {
      return new Nothing();
    }

    @Override
    public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
      List<List<Object>> rows = new ArrayList<>();
      List<double[]> lives = new ArrayList<>();
      if (context.results().get(comparison).fields().get("barriers") instanceof List<?> barriers) {
        for (Object barrier : barriers) {
          add((Map<?, ?>) barrier, rows, lives);
        }
      }
      if (rows.isEmpty()) {
        throw new StepFailure(
            "'" + comparison + "' found no rate; it needs a barrier and velocities");
      }
      return new StepResult(
          "half-life",
          request.name(),
          List.of(request.coordinates().get(0).name()),
          "The longest-lived basin lasts for at least "
              + String.format(
                  "%.3g ps.", lives.stream().mapToDouble(l -> l[1]).max().orElseThrow()),
          Map.of("half_lives", rows.stream().map(row -> row.get(1)).toList()),
          List.of(
              new Table(
                  "half-life",
                  List.of(
                      Column.of("at", "", column(lives, 0)),
                      Column.of("half_life", "ps", column(lives, 1)),
                      Column.of("half_life_err", "ps", column(lives, 2))))),
          List.of(new Exhibit.Grid("Half-lives", List.of("barrier at", "half-life (ps)"), rows)),
          List.of());
    }

    private static void add(Map<?, ?> barrier, List<List<Object>> rows, List<double[]> lives) {
      double rate = number(barrier.get("tst_rate"));
      if (!(rate > 0)) {
        return;
      }
      double at = number(barrier.get("at"));
      double life = Math.log(2) / rate;
      double error = life * number(barrier.get("tst_rate_err")) / rate;
      rows.add(List.of(at, new Quantity(life, error, "ps")));
      lives.add(new double[] {at, life, error});
    }

    private static double number(Object value) {
      return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double[] column(List<double[]> rows, int k) {
      return rows.stream().mapToDouble(row -> row[k]).toArray();
    }
  }

  /** Collects nothing. */
  private static final class Nothing implements Accumulator {

    @Override
    public void add(SampleBlock block) {
      // the other step has seen it
    }

    @Override
    public void merge(Accumulator next) {
      // nothing and nothing is nothing
    }

    @Override
    public void write(DataOutput out) {
      // nothing to write
    }

    @Override
    public void read(DataInput in) {
      // nothing was written
    }
  }
}
