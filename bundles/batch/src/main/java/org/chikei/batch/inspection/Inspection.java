package org.chikei.batch.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.Content;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.engine.FileSize;
import org.chikei.batch.engine.SampleSource;
import org.chikei.batch.engine.SourcePart;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.plan.Plan;

/** Says what the data of a job can answer, without running it. */
public final class Inspection {
  /** How many points are listed one by one. */
  private static final int MOST_POINTS = 12;

  private final Plan plan;
  private final Engine engine;
  private final int threads;

  /**
   * Makes an inspection.
   *
   * @param plan the job
   * @param engine the engine, which has looked at the input
   * @param threads how many threads a run would have
   */
  public Inspection(Plan plan, Engine engine, int threads) {
    this.plan = plan;
    this.engine = engine;
    this.threads = threads;
  }

  /**
   * The report.
   *
   * @return what was found
   * @throws IOException if frames cannot be read
   * @throws JobCancelledException if it was interrupted
   */
  public CheckReport report() throws IOException, JobCancelledException {
    List<String> warnings = new ArrayList<>(plan.notes());
    warnings.addAll(plan.warnings());
    if (plan.structure().isPresent()) {
      Structure structure = plan.structure().get();
      warnings.addAll(BondReport.of(structure, plan.data(), engine.first()).warnings());
      warnings.addAll(UnitedAtoms.warnings(structure));
    }
    warnings.addAll(missing());
    List<CheckReport.StepForecast> forecasts = new ArrayList<>();
    int prepared = 0;
    for (JobDescription.StepText step : plan.job().steps()) {
      String failure = plan.failures().get(step.label());
      forecasts.add(
          failure == null
              ? engine.forecast(prepared++)
              : new CheckReport.StepForecast(step.name(), step.type(), false, List.of(failure)));
    }
    return new CheckReport(facts(), new CoordinateFacts(plan, engine).facts(), forecasts, warnings);
  }

  private List<CheckReport.Fact> facts() throws IOException {
    List<CheckReport.Fact> facts = new ArrayList<>();
    SampleSource source = plan.data().source();
    for (SourcePart part : source.parts()) {
      facts.add(new CheckReport.Fact(source.kind(), part.description()));
    }
    plan.structure().ifPresent(s -> facts.add(new CheckReport.Fact("structure", atoms(s))));
    facts.add(new CheckReport.Fact("frames", frames()));
    facts.add(new CheckReport.Fact("content", source.hasAtoms() ? content() : columns()));
    if (source.hasAtoms()) {
      facts.add(
          new CheckReport.Fact(
              "precision",
              engine.first().input().resolution() > 0
                  ? "positions are stored to " + number(engine.first().input().resolution()) + " nm"
                  : "positions are stored as floating-point numbers"));
    }
    facts.add(new CheckReport.Fact("kinetics", kinetics()));
    facts.add(new CheckReport.Fact("a run", effort()));
    return facts;
  }

  private static String atoms(Structure structure) {
    return structure.source()
        + ", "
        + structure.size()
        + " atoms, "
        + structure.bonds().size()
        + " bonds"
        + (structure.bondsPerceived() ? " told from distances" : "");
  }

  /** The columns with what is known of them, and whether there are times. */
  private String columns() {
    List<String> columns = new ArrayList<>();
    for (SeriesColumn column : plan.data().source().columns()) {
      columns.add(
          column.name()
              + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")")
              + column
                  .period()
                  .map(p -> " [" + number(p.minimum()) + ", " + number(p.maximum()) + "]")
                  .orElse(""));
    }
    return "columns "
        + String.join(", ", columns)
        + (engine.first().input().content().times() ? "; with times" : "; without times");
  }

  private String frames() {
    double[] times = engine.first().pilotTimes();
    String text =
        engine.first().input().frames() < 0
            ? "not known before reading"
            : engine.first().input().frames() + "";
    if (!Double.isNaN(engine.first().spacing())) {
      text += ", " + number(engine.first().spacing()) + " ps apart where they begin";
    }
    if (times.length > 1 && !Double.isNaN(times[0] + times[times.length - 1])) {
      text += ", from " + number(times[0]) + " to about " + number(times[times.length - 1]) + " ps";
    }
    return text;
  }

  private String content() {
    Content content = engine.first().input().content();
    return "positions"
        + (content.velocities() ? ", velocities" : "")
        + (content.forces() ? ", forces" : "")
        + (content.times() ? ", times" : "");
  }

  private String kinetics() {
    if (plan.steps().isEmpty()) {
      return "none that a step could use";
    }
    DataOverview overview = engine.first().overview(0);
    String words =
        overview.available().stream()
            .sorted()
            .map(Kinetics::word)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "none: G only" : words;
  }

  private String effort() {
    long frames = engine.first().input().frames();
    String memory =
        "about " + FileSize.of(engine.bytes(threads)) + " for samples with " + threads + " threads";
    if (frames < 0) {
      return memory;
    }
    double seconds =
        frames * engine.first().pilotSeconds() / engine.first().pilotFrames() / threads;
    return String.format(Locale.ROOT, "at most about %.2g s for the frames, ", seconds) + memory;
  }

  private List<String> missing() {
    if (!plan.data().source().hasAtoms()) {
      return List.of();
    }
    Content content = engine.first().input().content();
    boolean wanted = false;
    for (int k = 0; k < plan.steps().size(); k++) {
      wanted |= engine.requirements(k).kinetics();
    }
    if (!wanted || content.velocities() && content.forces()) {
      return List.of();
    }
    String lacking =
        content.forces() ? "velocities" : content.velocities() ? "forces" : "velocities and forces";
    return List.of(
        "the trajectory has no "
            + lacking
            + ": save them next time (in GROMACS nstvout and nstfout equal to nstxout, in OpenMM a"
            + " reporter of your own, in LAMMPS vx vy vz fx fy fz in the dump)");
  }

  /**
   * ω = √(⟨R̈²⟩/⟨Ṙ²⟩) of a coordinate in 1/ps; infinite for one that is held fixed, with less than
   * a hundredth of ⟨Ṙ²⟩ = kT ⟨g⟩.
   */
  static double frequency(SampleBlock pilot, int coordinate, double kT) {
    double[] metric = pilot.metric(coordinate, coordinate);
    double thermal = 0;
    double[] rates = pilot.velocities(Kinetics.DIRECT, coordinate);
    double[] accelerations = pilot.accelerations(Kinetics.DIRECT, coordinate);
    double rate = 0;
    double acceleration = 0;
    for (int j = pilot.from(); j < pilot.to(); j++) {
      if (!Double.isNaN(rates[j] + accelerations[j])) {
        rate += rates[j] * rates[j];
        thermal += kT * metric[j];
        acceleration += accelerations[j] * accelerations[j];
      }
    }
    return rate < 0.01 * thermal ? Double.POSITIVE_INFINITY : Math.sqrt(acceleration / rate);
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6g", value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }

  static String atoms(Structure structure, CoordinateInfo info) {
    int number = info.points().size();
    if (number == 0) {
      return "";
    }
    // three of many say which ones are meant
    List<String> shown = info.points().subList(0, number > MOST_POINTS ? 3 : number);
    return " of "
        + String.join(", ", shown.stream().map(p -> label(structure, p)).toList())
        + (number > MOST_POINTS ? ", … (" + number + " in all)" : "");
  }

  private static String label(Structure structure, String point) {
    if (point.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(point);
      return number <= structure.size() ? structure.atom(number - 1).label() : point;
    }
    return point;
  }
}
