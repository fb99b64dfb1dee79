package org.chikei.batch.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.job.DerivativeReport;
import org.chikei.batch.engine.FirstLook;
import org.chikei.batch.engine.StepCollection;
import org.chikei.batch.engine.Trial;
import org.chikei.batch.plan.Plan;

/** Tests the derivatives of all coordinates of a job on frames of its input. */
public final class DerivativeCheck {
  private static final int FRAMES = 16;

  private final Plan plan;
  private final FirstLook first;

  /**
   * Makes a check.
   *
   * @param plan the job
   * @param first the first look at the data
   */
  public DerivativeCheck(Plan plan, FirstLook first) {
    this.plan = plan;
    this.first = first;
  }

  /**
   * The report.
   *
   * @return what was found
   * @throws IOException if frames cannot be read
   */
  public DerivativeReport report() throws IOException {
    List<DerivativeReport.Row> rows = new ArrayList<>();
    int frames = 0;
    for (int k = 0; k < plan.data().coordinates().size(); k++) {
      Trial trial = first.trial(k, FRAMES);
      frames = trial.frames();
      rows.add(row(k, trial));
    }
    return new DerivativeReport(frames, rows, plan.notes());
  }

  private DerivativeReport.Row row(int k, Trial trial) {
    var info = plan.data().coordinates().get(k).info();
    try {
      return new TrialRow(info, trial).row();
    } catch (IllegalStateException e) {
      return new DerivativeReport.Row(
          info,
          DerivativeReport.Verdict.WRONG,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          DerivativeReport.Response.NONE,
          DerivativeReport.Response.NONE,
          DerivativeReport.Response.NONE,
          0,
          "it failed: " + StepCollection.sentence(e.getCause()));
    }
  }
}
