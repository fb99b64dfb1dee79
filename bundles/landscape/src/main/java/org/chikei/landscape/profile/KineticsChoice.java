package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.text.Words;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.CorrelatedError;
import org.chikei.landscape.grid.GridSums;

/**
 * Which kinetics a step uses, and why: told at the end, since constraints show themselves only in
 * the data.
 *
 * @param used the kinetics; null where none is usable
 * @param why a sentence
 * @param ratio ⟨Ṙ²⟩/kT⟨g⟩, NaN where there are no velocities or no metric
 * @param ratioError its standard error
 * @param mismatch whether the ratio differs from 1 by more than its error
 * @param warnings sentences that say what to do
 */
public record KineticsChoice(
    Kinetics used,
    String why,
    double ratio,
    double ratioError,
    boolean mismatch,
    List<String> warnings) {

  /**
   * A ratio that is off by less is never called a mismatch: masses are rounded, thermostats drift.
   */
  private static final double SMALLEST_MISMATCH = 0.02;

  /** How many standard errors make a mismatch; many coordinates are tested in one job. */
  private static final double SIGNIFICANT = 4;

  /** A coordinate whose ⟨Ṙ²⟩ is a smaller part of kT⟨g⟩ does not move at all but for rounding. */
  private static final double HELD = 1e-3;

  /** What to do with a coordinate that no spacing would give a velocity. */
  private static final String FIRST_ORDER =
      "; a system of first order, which noise drives, has no velocity: average its drift by"
          + " conditional-average with drift-landscape: true instead";

  /** The part of ⟨Ṙ²⟩ that differences may lose before a series is refused. */
  private static final double LARGEST_LOSS = 0.06;

  public KineticsChoice {
    warnings = List.copyOf(warnings);
  }

  /** The kinetics worth collecting: a series alone only where there is nothing better. */
  public static Set<Kinetics> collected(DataOverview overview) {
    Set<Kinetics> collected = EnumSet.noneOf(Kinetics.class);
    collected.addAll(overview.available());
    if (collected.size() > 1 && overview.requested() != Kinetics.SERIES) {
      collected.remove(Kinetics.SERIES);
    }
    return collected;
  }

  /** What will be missing, told before the run. */
  public static List<String> forecast(DataOverview overview, CoordinateInfo coordinate) {
    List<String> sentences = new ArrayList<>();
    Set<Kinetics> collected = collected(overview);
    if (collected.isEmpty() || collected.equals(Set.of(Kinetics.SERIES))) {
      sentences.add(
          "there are no forces, so Vm of '"
              + coordinate.name()
              + "' can come from its series alone, which needs frames a small part of its fastest"
              + " period apart; "
              + remedy(coordinate));
    }
    if (collected.equals(Set.of(Kinetics.MOMENTUM_AVERAGED))) {
      sentences.add(
          "without velocities it cannot be told whether constraints spoil the momentum average; save"
              + " velocities too (GROMACS: nstvout = nstxout)");
    }
    return sentences;
  }

  /**
   * Chooses.
   *
   * @param sums the sums
   * @param layout what they hold
   * @param coordinate the coordinate
   * @param overview what was known before the run
   * @param context what became known
   * @return the choice
   */
  public static KineticsChoice choose(
      GridSums sums,
      SampleLayout layout,
      CoordinateInfo coordinate,
      DataOverview overview,
      FinishContext context) {
    String name = coordinate.name();
    Ratio ratio = ratio(sums, layout, overview.kT());
    List<String> warnings = new ArrayList<>();
    if (ratio.mismatch()) {
      warnings.add(mismatchWarning(name, ratio, context.halfStepVelocities()));
    }
    Kinetics used;
    String why;
    boolean direct = layout.kinetics(Kinetics.DIRECT) >= 0;
    boolean averaged = layout.kinetics(Kinetics.MOMENTUM_AVERAGED) >= 0;
    if (ratio.value() < HELD) {
      used = null;
      why =
          "constraints hold '"
              + name
              + "' at its value, so there is no landscape along it; look along another coordinate, or run"
              + " without constraints";
      warnings.clear();
      warnings.add(why);
    } else if (overview.requested() != null) {
      used = overview.requested();
      why = "the job asks for it";
    } else if (averaged && direct && ratio.mismatch() && !context.halfStepVelocities()) {
      used = Kinetics.DIRECT;
      why = "<v^2> differs from kT <g>, so averaging over momenta is not valid here";
    } else if (averaged && direct) {
      used = Kinetics.MOMENTUM_AVERAGED;
      why =
          context.halfStepVelocities()
              ? "the velocities belong to another time than the positions, so they are not used"
              : "<v^2> agrees with kT <g> within its error, and averaging over momenta has the smaller"
                  + " variance";
    } else if (averaged) {
      used = Kinetics.MOMENTUM_AVERAGED;
      why = "there are forces but no velocities; constraints cannot be excluded";
    } else if (direct) {
      used = Kinetics.DIRECT;
      why = "there are velocities and forces";
    } else if (layout.kinetics(Kinetics.SERIES) >= 0) {
      used = Kinetics.SERIES;
      why = "there are no forces; differences of the series are used";
    } else {
      used = null;
      why = withoutKinetics(context.spacing(), coordinate, overview);
    }
    if (used == Kinetics.SERIES) {
      String refusal = seriesRefusal(sums, layout, overview, context, coordinate, warnings);
      if (refusal != null) {
        used = null;
        why = refusal;
      }
    }
    return new KineticsChoice(used, why, ratio.value(), ratio.error(), ratio.mismatch(), warnings);
  }

  private static String withoutKinetics(
      double spacing, CoordinateInfo coordinate, DataOverview overview) {
    return spacing > 0
        ? "there are no forces, and frames "
            + time(spacing, 3, overview)
            + " apart do not follow the motion of '"
            + coordinate.name()
            + "'; "
            + remedy(coordinate)
        : "there are no forces, and the frames are not evenly spaced in time; "
            + remedy(coordinate);
  }

  /** What to save next time. */
  private static String remedy(CoordinateInfo coordinate) {
    return ofColumns(coordinate)
        ? "write frames closer together, or with a series columns of its velocity and acceleration"
            + FIRST_ORDER
        : "save velocities and forces with the positions (GROMACS: nstxout = nstvout = nstfout)";
  }

  private static String time(double value, int digits, DataOverview overview) {
    return Words.number(value, digits) + (overview.reducedUnits() ? "" : " ps");
  }

  /** Whether no atoms are behind a coordinate: it is made of columns of a series, or of the box. */
  private static boolean ofColumns(CoordinateInfo coordinate) {
    return coordinate.atoms().isEmpty() && coordinate.points().isEmpty();
  }

  /** ⟨Ṙ²⟩/kT⟨g⟩ over all samples, with its error. */
  private record Ratio(double value, double error) {
    boolean mismatch() {
      return Math.abs(value - 1) > Math.max(SMALLEST_MISMATCH, SIGNIFICANT * error);
    }
  }

  private static Ratio ratio(GridSums sums, SampleLayout layout, double kT) {
    int metric = layout.metric();
    int direct = layout.kinetics(Kinetics.DIRECT);
    if (metric < 0 || direct < 0) {
      return new Ratio(Double.NaN, Double.NaN);
    }
    double[] total = sums.total();
    int base = sums.cells() * layout.size();
    double squares = total[base + direct + SampleLayout.SQUARE];
    double squareWeight = total[base + direct + SampleLayout.KINETIC_WEIGHT];
    double g = total[base + metric + SampleLayout.METRIC];
    double gWeight = total[base + metric + SampleLayout.METRIC_WEIGHT];
    double value = squares / squareWeight / (kT * g / gWeight);
    int everything = sums.cells();
    double[] terms = new double[sums.blocks()];
    BlockTerms.add(terms, 1 / squares, sums.byBlock(direct + SampleLayout.SQUARE)[everything]);
    BlockTerms.add(
        terms, -1 / squareWeight, sums.byBlock(direct + SampleLayout.KINETIC_WEIGHT)[everything]);
    BlockTerms.add(terms, -1 / g, sums.byBlock(metric + SampleLayout.METRIC)[everything]);
    BlockTerms.add(
        terms, 1 / gWeight, sums.byBlock(metric + SampleLayout.METRIC_WEIGHT)[everything]);
    return new Ratio(value, value * new CorrelatedError().of(terms, 0, terms.length));
  }

  private static String mismatchWarning(String name, Ratio ratio, boolean halfStep) {
    String by =
        Words.percent(Math.abs(ratio.value() - 1))
            + (ratio.value() < 1 ? " below" : " above")
            + " kT <g> ("
            + Words.number(ratio.value(), 4)
            + " ± "
            + Words.number(ratio.error(), 1)
            + ")";
    String cause =
        halfStep
            ? "the velocities belong to another time than the positions (leap-frog half steps)"
            : ratio.value() < 1
                ? "constraints hold some of these atoms, the job's temperature is too high, or masses are"
                    + " too small"
                : "the job's temperature is too low, or masses are too large (united atoms need theirs"
                    + " set)";
    return "<v^2> of '"
        + name
        + "' is "
        + by
        + ": "
        + cause
        + "; check temperature, masses and constraints before using Vm";
  }

  private static String seriesRefusal(
      GridSums sums,
      SampleLayout layout,
      DataOverview overview,
      FinishContext context,
      CoordinateInfo coordinate,
      List<String> warnings) {
    String name = coordinate.name();
    double[] total = sums.total();
    int base = sums.cells() * layout.size() + layout.kinetics(Kinetics.SERIES);
    double weight = total[base + SampleLayout.KINETIC_WEIGHT];
    double h = context.spacing();
    if (!(weight > 0) || !(h > 0)) {
      return withoutKinetics(Double.NaN, coordinate, overview);
    }
    double square = total[base + SampleLayout.SQUARE] / weight;
    double curvature = total[base + SampleLayout.ACCELERATION_SQUARE] / weight;
    double rough = h * h * curvature / 4;
    double loss = rough / (square + rough);
    double noise = 6 * overview.resolution() * overview.resolution() / 12 / (h * h * h * h);
    if (overview.resolution() > 0 && noise > 0.05 * curvature) {
      boolean columns = ofColumns(coordinate);
      return (columns ? "values kept to " : "positions kept to ")
          + Words.number(overview.resolution(), 1)
          + (columns ? "" : " nm")
          + " make second differences of '"
          + name
          + "' at this spacing mostly noise; "
          + (columns
              ? "write more digits, or columns of its velocity and acceleration"
              : "save velocities and forces, or full-precision positions");
    }
    if (loss > LARGEST_LOSS) {
      double omega = 2 / h * Math.asin(Math.sqrt(Math.min(1, loss)));
      return "there are no forces, and frames "
          + time(h, 3, overview)
          + " apart are too far apart for differences of '"
          + name
          + (ofColumns(coordinate)
              ? "'; write columns of its velocity and acceleration, or rows every "
              : "'; save velocities and forces, or frames every ")
          + time(0.3 / omega, 1, overview)
          + " or closer"
          + (ofColumns(coordinate) ? FIRST_ORDER : "");
    }
    if (loss > LARGEST_LOSS / 10) {
      warnings.add(
          "differences of the series of '"
              + name
              + "' lose about "
              + Words.percent(4 * loss / 3)
              + " of <v^2>; save frames closer together, or velocities and forces");
    }
    return null;
  }
}
