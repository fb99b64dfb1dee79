package org.chikei.benchmarks;

import java.util.List;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.result.StepResult;

/** An analysis that keeps what a run gave it, so that a part of the run can be repeated. */
final class ObservedAnalysis implements Analysis {
  private final Analysis observed;
  private SampleBlock pilot;
  private Collector collector;
  private Accumulator all;
  private FinishContext context;

  ObservedAnalysis(Analysis observed) {
    this.observed = observed;
  }

  /** As many frames as a slice has, spread over the input. */
  SampleBlock pilot() {
    return pilot;
  }

  /** An accumulator that has seen nothing. */
  Accumulator accumulator() {
    return collector.accumulator();
  }

  /** Finishes once more what the run has collected. */
  StepResult finish() throws StepFailure {
    return collector.finish(all, context);
  }

  @Override
  public SampleRequirements requirements() {
    return observed.requirements();
  }

  @Override
  public List<String> needs() {
    return observed.needs();
  }

  @Override
  public Collector collect(DataOverview overview) throws StepFailure {
    pilot = overview.pilot();
    collector = observed.collect(overview);
    return new Collector() {
      @Override
      public Accumulator accumulator() {
        return collector.accumulator();
      }

      @Override
      public StepResult finish(Accumulator merged, FinishContext given) throws StepFailure {
        all = merged;
        context = given;
        return collector.finish(merged, given);
      }
    };
  }
}
