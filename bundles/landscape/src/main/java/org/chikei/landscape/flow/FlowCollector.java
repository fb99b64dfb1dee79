package org.chikei.landscape.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.NoSampleFailure;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.result.StepResult;
import org.chikei.landscape.grid.BinAxis;
import org.chikei.landscape.grid.CellBlocks;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.profile.KineticsChoice;
import org.chikei.landscape.profile.SampleLayout;

/** Collects the samples of a flow and turns them into a result. */
final class FlowCollector implements Collector {
  private final FlowSettings settings;
  private final DataOverview overview;
  private final BinAxis[] axes;
  private final FlowLayout layout;

  FlowCollector(FlowSettings settings, DataOverview overview, BinAxis[] axes, FlowLayout layout) {
    this.settings = settings;
    this.overview = overview;
    this.axes = axes;
    this.layout = layout;
  }

  @Override
  public Accumulator accumulator() {
    return new FlowAccumulator(axes, layout, CellBlocks.baseLength(overview));
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    FlowAccumulator accumulator = (FlowAccumulator) all;
    accumulator.close();
    GridSums sums =
        GridSums.of(accumulator.binning(), accumulator.sums())
            .joined(context.windows(), layout::unweighted);
    double inRange = 0;
    for (double weight : sums.quantity(FlowLayout.WEIGHT)) {
      inRange += weight;
    }
    if (!(inRange > 0)) {
      throw new NoSampleFailure(
          "no sample of '"
              + settings.name()
              + "' lies in its range; leave the range out to see where the samples are");
    }
    List<KineticsChoice> choices = choices(sums, context);
    FlowGrid grid = FlowGrid.of(sums, axes, settings.minimumSamples());
    Kinetics used = together(choices);
    Flow flow = null;
    if (used != null) {
      try {
        FlowSamples samples =
            new FlowSamples(layout, sums, grid, used, overview.kT(), settings.mass());
        flow = new Flow(samples, overview.kT(), grid);
      } catch (IllegalArgumentException e) {
        throw new StepFailure(e.getMessage());
      }
    }
    return new FlowResult(settings, overview, context, layout, sums, grid, choices, flow)
        .toResult(accumulator.undefined());
  }

  private List<KineticsChoice> choices(GridSums sums, FinishContext context) {
    SampleLayout one = new SampleLayout(layout.metric() >= 0, collected());
    List<KineticsChoice> choices = new ArrayList<>();
    for (int a = 0; a < axes.length; a++) {
      GridSums alone = sums.only(sums.cells(), layout.order(one, a));
      choices.add(
          KineticsChoice.choose(alone, one, settings.coordinates().get(a), overview, context));
    }
    return choices;
  }

  private Set<Kinetics> collected() {
    return KineticsChoice.collected(overview);
  }

  /** The kinetics of all: the stored velocities where averaging fails for any. */
  private static Kinetics together(List<KineticsChoice> choices) {
    Set<Kinetics> used = EnumSet.noneOf(Kinetics.class);
    for (KineticsChoice choice : choices) {
      if (choice.used() == null) {
        return null;
      }
      used.add(choice.used());
    }
    return used.size() == 1 ? used.iterator().next() : Kinetics.DIRECT;
  }
}
