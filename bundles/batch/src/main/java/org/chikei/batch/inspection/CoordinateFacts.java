package org.chikei.batch.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.job.CheckReport;
import org.chikei.batch.engine.Engine;
import org.chikei.batch.plan.Plan;

/** A line a coordinate: its atoms, its value, and whether the frames resolve its motion. */
final class CoordinateFacts {
  /** The most radians of the fastest motion between frames that differences can follow. */
  private static final double FOLLOWED = 0.72;

  private final Plan plan;
  private final Engine engine;

  CoordinateFacts(Plan plan, Engine engine) {
    this.plan = plan;
    this.engine = engine;
  }

  List<CheckReport.Fact> facts() {
    List<CheckReport.Fact> facts = new ArrayList<>();
    for (int k = 0; k < plan.data().coordinates().size(); k++) {
      CoordinateInfo info = plan.data().coordinates().get(k).info();
      String text =
          info.type()
              + plan.structure().map(s -> Inspection.atoms(s, info)).orElse("")
              + ", "
              + Inspection.number(engine.first().firstValue(k))
              + (info.unit().isEmpty() ? "" : " " + info.unit())
              + " in the first frame"
              + motion(k);
      facts.add(new CheckReport.Fact(info.name(), text));
    }
    return facts;
  }

  private String motion(int coordinate) {
    double frequency = frequency(coordinate);
    double spacing = engine.first().spacing();
    if (Double.isNaN(spacing)) {
      return "";
    }
    if (Double.isInfinite(frequency)) {
      return "; it is held fixed by constraints";
    }
    boolean followed =
        Double.isNaN(frequency)
            ? engine.first().resolved(coordinate)
            : frequency * spacing < FOLLOWED;
    String period =
        Double.isNaN(frequency)
            ? ""
            : String.format(
                Locale.ROOT, "; its motion has a period near %.2g ps", 2 * Math.PI / frequency);
    return period
        + (followed
            ? "; frames follow it, so its series gives kinetics and memory"
            : "; frames are too far apart to follow it, so its series gives no kinetics and no"
                + " memory (save every "
                + (Double.isNaN(frequency)
                    ? "few fs"
                    : String.format(Locale.ROOT, "%.1g ps", 0.3 / frequency))
                + " for that)");
  }

  private double frequency(int coordinate) {
    for (int step = 0; step < plan.steps().size(); step++) {
      int[] of = plan.steps().get(step).of();
      boolean direct =
          engine.requirements(step).kinetics()
              && engine.first().overview(step).available().contains(Kinetics.DIRECT);
      for (int k = 0; direct && k < of.length; k++) {
        if (of[k] == coordinate) {
          SampleBlock pilot = engine.first().overview(step).pilot();
          return Inspection.frequency(pilot, k, plan.data().kT());
        }
      }
    }
    return Double.NaN;
  }
}
