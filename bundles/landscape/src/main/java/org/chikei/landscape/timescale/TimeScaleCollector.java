package org.chikei.landscape.timescale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SampleTable;
import org.chikei.api.analysis.SeriesRecording;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.coordinate.Period;
import org.chikei.api.result.StepResult;
import org.chikei.api.text.Words;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.kernel.KernelParameters;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.ComparisonAccumulator;
import org.chikei.landscape.profile.ComparisonSettings;
import org.chikei.landscape.profile.KineticsChoice;
import org.chikei.landscape.profile.Relabelling;
import org.chikei.landscape.profile.SampleLayout;
import org.chikei.landscape.profile.Verdict;

/** Keeps the series of a coordinate and looks at it again with one resolution after the other. */
final class TimeScaleCollector implements Collector {
  private static final int VALUE = 0;
  private static final int VELOCITY = 1;
  private static final int ACCELERATION = 2;
  private static final int WEIGHT = 3;

  /** Frames that are handed to an accumulator together. */
  private static final int BLOCK = 1024;

  private final ComparisonSettings settings;
  private final DataOverview overview;
  private final BinAxis axis;
  private final double[] taus;
  private final Kinetics kinetics;

  TimeScaleCollector(
      ComparisonSettings settings, DataOverview overview, BinAxis axis, double[] taus) {
    this.settings = settings;
    this.overview = overview;
    this.axis = axis;
    this.taus = taus;
    this.kinetics =
        overview.available().contains(Kinetics.DIRECT) ? Kinetics.DIRECT : Kinetics.SERIES;
  }

  @Override
  public Accumulator accumulator() {
    return new SeriesRecording(
        new SeriesRecording.Columns() {
          @Override
          public int count() {
            return overview.pilot().weights() == null ? 3 : 4;
          }

          @Override
          public double[] of(SampleBlock block, int column) {
            return switch (column) {
              case VALUE -> block.values(0);
              case VELOCITY -> block.velocities(kinetics, 0);
              case ACCELERATION -> block.accelerations(kinetics, 0);
              default -> block.weights();
            };
          }
        });
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    double spacing = Double.isNaN(context.spacing()) ? overview.spacing() : context.spacing();
    try (SeriesRecording recording = (SeriesRecording) all) {
      List<TimeScale> means = new ArrayList<>();
      List<TimeScale> everies = new ArrayList<>();
      List<String> warnings = new ArrayList<>();
      TimeScale plain = look(recording, TimeScale.Kind.PLAIN, 0, spacing, Double.NaN, context);
      means.add(plain);
      everies.add(plain);
      double mass = plain.comparison().curves().referenceMass();
      for (double tau : taus) {
        int half = (int) Math.max(1, Math.rint(tau / (2 * spacing)));
        int steps = (int) Math.max(1, Math.rint(tau / spacing));
        // windows of 2 half steps, and frames that have one before and one after them
        if (fits(recording, 2 * half, "the running mean over tau = ", tau, warnings)) {
          addUnlessSame(
              means, look(recording, TimeScale.Kind.MEAN, half, spacing, mass, context), warnings);
        }
        if (fits(recording, 2 * steps, "looking once every tau = ", tau, warnings)) {
          addUnlessSame(
              everies,
              look(recording, TimeScale.Kind.EVERY, steps, spacing, mass, context),
              warnings);
        }
      }
      return new TimeScaleResult(settings, overview, kinetics, means, everies, warnings).toResult();
    }
  }

  private static void addUnlessSame(List<TimeScale> scales, TimeScale next, List<String> warnings) {
    double last = scales.get(scales.size() - 1).tau();
    if (scales.size() > 1 && Math.abs(next.tau() - last) <= 1e-9 * last) {
      String sentence =
          "two of the taus are the same whole number of frames, "
              + Words.number(last, 4)
              + ", and are shown once";
      if (!warnings.contains(sentence)) {
        warnings.add(sentence);
      }
      return;
    }
    scales.add(next);
  }

  /**
   * Whether a segment is at least twice as long as what is looked at together; a warning if not.
   */
  private static boolean fits(
      SeriesRecording recording, int frames, String what, double tau, List<String> warnings) {
    int longest = 0;
    for (int s = 0; s < recording.segments(); s++) {
      longest = Math.max(longest, recording.length(s));
    }
    if (longest >= 2 * frames) {
      return true;
    }
    warnings.add(
        "the segments are too short for "
            + what
            + Words.number(tau, 4)
            + ", which is left out; it needs segments of "
            + 2 * frames
            + " frames or more, better of many times that");
    return false;
  }

  /** Looks at the whole series with one resolution. */
  private TimeScale look(
      SeriesRecording recording,
      TimeScale.Kind kind,
      int steps,
      double spacing,
      double mass,
      FinishContext context)
      throws StepFailure {
    SampleLayout layout = new SampleLayout(false, Set.of(Kinetics.DIRECT));
    ComparisonAccumulator sums =
        new ComparisonAccumulator(axis, layout, 0, CellBlocks.baseLength(recording.frames()));
    for (int s = 0; s < recording.segments(); s++) {
      double[] r = recording.column(s, VALUE);
      unwrap(r);
      double[] v = recording.column(s, VELOCITY);
      double[] weights = overview.pilot().weights() == null ? null : recording.column(s, WEIGHT);
      Observation seen =
          switch (kind) {
            case PLAIN -> Observation.plain(r, v, recording.column(s, ACCELERATION));
            case MEAN -> Observation.runningMean(r, v, steps, spacing);
            case EVERY -> Observation.every(r, steps, spacing);
          };
      collect(sums, s, seen, weights);
    }
    sums.close();
    GridSums grid = GridSums.of(sums.binning(), sums.sums());
    if (Arrays.stream(grid.quantity(SampleLayout.COUNT)).sum() == 0) {
      throw new StepFailure(
          "no sample of '"
              + settings.coordinate().name()
              + "' is left with this resolution; leave the range out, or take shorter taus");
    }
    KineticsChoice choice =
        new KineticsChoice(
            Kinetics.DIRECT,
            "what is seen changes at these rates",
            Double.NaN,
            Double.NaN,
            false,
            List.of());
    ComparisonSettings fixed =
        new ComparisonSettings(
            settings.name(),
            settings.coordinate(),
            settings.bins(),
            mass,
            false,
            settings.bound(),
            settings.minimumSamples(),
            Relabelling.NONE,
            KernelParameters.NONE);
    Comparison comparison =
        new Comparison(fixed, overview, layout, axis, grid, sums, choice, null, context);
    double tau =
        switch (kind) {
          case PLAIN -> 0;
          case MEAN -> 2 * steps * spacing;
          case EVERY -> steps * spacing;
        };
    return new TimeScale(kind, tau, comparison, Verdict.of(comparison));
  }

  private static void collect(
      ComparisonAccumulator sums, int segment, Observation seen, double[] weights) {
    int size = seen.values().length;
    for (int from = 0; from < size; from += BLOCK) {
      int to = Math.min(size, from + BLOCK);
      SampleTable table =
          new SampleTable(to - from)
              .own(0, to - from, segment, seen.first() + from)
              .withValues(0, Arrays.copyOfRange(seen.values(), from, to))
              .withVelocities(Kinetics.DIRECT, 0, Arrays.copyOfRange(seen.velocities(), from, to))
              .withAccelerations(
                  Kinetics.DIRECT, 0, Arrays.copyOfRange(seen.accelerations(), from, to));
      if (weights != null) {
        int first = seen.first() + from;
        table.withWeights(Arrays.copyOfRange(weights, first, first + to - from));
      }
      sums.add(table);
    }
  }

  /** Takes the shortest way round from frame to frame, so that means make sense on a circle. */
  private void unwrap(double[] r) {
    Period period = settings.coordinate().period().orElse(null);
    for (int k = 1; period != null && k < r.length; k++) {
      double step = period.nearest(r[k] - r[k - 1]);
      r[k] = Double.isNaN(step) ? r[k] : r[k - 1] + step;
    }
  }
}
