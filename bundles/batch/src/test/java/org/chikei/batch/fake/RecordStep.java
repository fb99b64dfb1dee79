package org.chikei.batch.fake;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.result.Column;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/** Writes down every sample that it is shown, and the sum of the values. */
public final class RecordStep implements AnalysisStep {
  private final String type;

  public RecordStep(String type) {
    this.type = type;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        type,
        "a fake",
        "",
        "",
        "",
        "{step: record, of: x}",
        List.of(
            ParameterDeclaration.optional("kinetics", new ParameterType.Flag(), true, "", "?"),
            ParameterDeclaration.optional(
                "halo", new ParameterType.Whole(0, 5000), 0L, "", "frames around"),
            ParameterDeclaration.optional(
                "bins",
                ParameterType.OneOf.of(
                    new ParameterType.Whole(1, 1000),
                    new ParameterType.ListOf(new ParameterType.Whole(1, 1000), 1, 2)),
                "",
                "bins"),
            ParameterDeclaration.optional(
                "range",
                ParameterType.OneOf.of(
                    new ParameterType.ListOf(ParameterType.Real.ANY, 2, 2),
                    new ParameterType.ListOf(
                        new ParameterType.ListOf(ParameterType.Real.ANY, 2, 2), 1, 2)),
                "CV",
                "range"),
            ParameterDeclaration.optional("needs", ParameterType.Text.ANY, "", "another step")));
  }

  @Override
  public int minimumCoordinates() {
    return 1;
  }

  @Override
  public int maximumCoordinates() {
    return 2;
  }

  @Override
  public Analysis prepare(StepRequest request) throws ParameterException {
    if (request.parameters().has("bins")
        && request.parameters().reals("bins").length != request.coordinates().size()) {
      throw new ParameterException("bins", "must be as many as there are coordinates");
    }
    boolean kinetics = request.parameters().flag("kinetics");
    boolean shares = kinetics && request.coordinates().stream().noneMatch(c -> c.atoms().isEmpty());
    int halo = request.parameters().whole("halo");
    return new Recording(
        type,
        request,
        new SampleRequirements(kinetics, request.coordinates().size() > 1, shares, halo));
  }

  /** The step, prepared. */
  public record Recording(String type, StepRequest request, SampleRequirements requirements)
      implements Analysis {

    @Override
    public List<String> needs() {
      return request.parameters().has("needs")
          ? List.of(request.parameters().text("needs"))
          : List.of();
    }

    @Override
    public Collector collect(DataOverview overview) {
      return new Collector() {
        @Override
        public Accumulator accumulator() {
          return new Rows(Recording.this, overview);
        }

        @Override
        public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
          if (all == null || ((Rows) all).rows.isEmpty()) {
            throw new StepFailure("there is no sample");
          }
          return ((Rows) all).result(context);
        }
      };
    }
  }

  private static final class Rows implements Accumulator {
    final Recording recording;
    final DataOverview overview;
    final List<double[]> rows = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    double sum;

    Rows(Recording recording, DataOverview overview) {
      this.recording = recording;
      this.overview = overview;
    }

    @Override
    public void add(SampleBlock block) {
      Map<String, double[]> columns = columns(block);
      names.clear();
      names.addAll(columns.keySet());
      for (int j = block.from(); j < block.to(); j++) {
        int row = j;
        double[] values = columns.values().stream().mapToDouble(c -> c[row]).toArray();
        rows.add(values);
        sum += block.values(0)[j];
      }
      for (double[] row : rows) {
        row[0] = block.segment();
      }
      int halo = recording.requirements.halo();
      long before = Math.min(halo, block.firstInSegment());
      if (halo > 0 && block.from() < before) {
        throw new IllegalStateException("halo of " + block.from() + " where " + before + " are");
      }
    }

    private Map<String, double[]> columns(SampleBlock block) {
      Map<String, double[]> columns = new LinkedHashMap<>();
      columns.put("segment", new double[block.end()]);
      columns.put("t", block.times());
      double[] ones = new double[block.end()];
      Arrays.fill(ones, 1);
      columns.put("w", block.weights() == null ? ones : block.weights());
      List<CoordinateInfo> of = recording.request.coordinates();
      for (int k = 0; k < of.size(); k++) {
        columns.put("r" + k, block.values(k));
        if (recording.requirements.kinetics()) {
          columns.put("g" + k + k, block.metric(k, k));
          for (Kinetics kinetics : Kinetics.values()) {
            if (overview.available().contains(kinetics)) {
              if (kinetics != Kinetics.MOMENTUM_AVERAGED) {
                columns.put("v" + k + kinetics.word(), block.velocities(kinetics, k));
              }
              columns.put("a" + k + kinetics.word(), block.accelerations(kinetics, k));
            }
          }
        }
        for (int i = 0;
            recording.requirements.metricShares() && i < of.get(k).atoms().size();
            i++) {
          columns.put("share" + k + "_" + of.get(k).atoms().get(i), block.metricShare(k, i));
        }
      }
      if (of.size() > 1) {
        columns.put("g01", block.metric(0, 1));
      }
      return columns;
    }

    @Override
    public void merge(Accumulator next) {
      rows.addAll(((Rows) next).rows);
      sum += ((Rows) next).sum;
    }

    StepResult result(FinishContext context) {
      List<Column> columns = new ArrayList<>();
      for (int c = 0; c < names.size(); c++) {
        int column = c;
        columns.add(
            Column.of(names.get(c), "", rows.stream().mapToDouble(r -> r[column]).toArray()));
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("sum", sum);
      fields.put("frames", context.frames());
      fields.put("segments", context.segments());
      fields.put("spacing", context.spacing());
      fields.put("pilot", overview.pilot().to());
      return new StepResult(
          recording.type,
          recording.request.name(),
          recording.request.coordinates().stream().map(CoordinateInfo::name).toList(),
          "the sum is " + sum,
          fields,
          List.of(new Table(recording.type, columns)),
          List.of(),
          List.of());
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeUTF(String.join(" ", names));
      out.writeDouble(sum);
      out.writeInt(rows.size());
      for (double[] row : rows) {
        for (double value : row) {
          out.writeDouble(value);
        }
      }
    }

    @Override
    public void read(DataInput in) throws IOException {
      names.clear();
      names.addAll(List.of(in.readUTF().split(" ")));
      sum = in.readDouble();
      for (int left = in.readInt(); left > 0; left--) {
        double[] row = new double[names.size()];
        for (int k = 0; k < row.length; k++) {
          row[k] = in.readDouble();
        }
        rows.add(row);
      }
    }
  }
}
