package org.chikei.batch.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.batch.engine.JobCoordinate;
import org.chikei.batch.engine.JobStep;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.text.Problems;

/** Prepares the steps of a job, each for its coordinates. */
final class StepMaker {
  private final Loan loan;
  private final Problems problems;
  private final Attempts attempts;

  /** Why coordinates could not be made, by name. */
  private final Map<String, String> unmade;

  /** Why steps could not be prepared, by label. */
  private final Map<String, String> failures = new HashMap<>();

  StepMaker(Loan loan, Problems problems, Attempts attempts, Map<String, String> unmade) {
    this.loan = loan;
    this.problems = problems;
    this.attempts = attempts;
    this.unmade = unmade;
  }

  /** Why steps could not be prepared, by label. */
  Map<String, String> failures() {
    return failures;
  }

  /**
   * Prepares steps. One whose coordinate could not be made, or that could not be prepared through
   * no fault of the job, is left out.
   *
   * @param texts the steps as they are written
   * @param coordinates the coordinates of the job
   * @return the steps
   * @throws IOException if files cannot be read
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  List<JobStep> make(List<JobDescription.StepText> texts, List<JobCoordinate> coordinates)
      throws IOException, JobCancelledException {
    Map<String, Integer> byName = new HashMap<>();
    for (int k = 0; k < coordinates.size(); k++) {
      byName.put(coordinates.get(k).info().name(), k);
    }
    List<JobStep> steps = new ArrayList<>();
    for (JobDescription.StepText text : texts) {
      List<String> names = new ArrayList<>(text.of());
      names.addAll(text.observed());
      if (byName.keySet().containsAll(names)) {
        int[] of = names.stream().mapToInt(byName::get).toArray();
        JobStep step = step(text, of, coordinates);
        if (step != null) {
          steps.add(step);
        }
      } else {
        names.stream()
            .filter(unmade::containsKey)
            .findFirst()
            .ifPresent(name -> failures.put(text.label(), unmade.get(name)));
      }
    }
    return steps;
  }

  private JobStep step(JobDescription.StepText text, int[] of, List<JobCoordinate> coordinates)
      throws IOException, JobCancelledException {
    Provider<AnalysisStep> provider = loan.provider(AnalysisStep.class, text.type()).orElseThrow();
    AnalysisStep step = loan.borrow(provider).orElseThrow();
    List<CoordinateInfo> infos = new ArrayList<>();
    List<Provider<?>> providers = new ArrayList<>();
    providers.add(provider);
    for (int k : of) {
      infos.add(coordinates.get(k).info());
      providers.add(coordinates.get(k).provider());
    }
    Parameters parameters = new Values(null).resolve(text.values());
    int own = text.of().size();
    StepRequest request =
        new StepRequest(
            text.name(), infos.subList(0, own), infos.subList(own, infos.size()), parameters);
    try {
      return attempts.make(
          "the step",
          "prepared",
          provider,
          () -> {
            Analysis analysis = step.prepare(request);
            return new JobStep(text.name(), text.type(), analysis, of, own, providers);
          });
    } catch (Attempts.Failed e) {
      failures.put(text.label(), e.getMessage());
      return null;
    } catch (ParameterException e) {
      problems.add(
          JobDescription.placeOf(text.node(), e.parameter()),
          text.path() + "." + e.parameter(),
          e.getMessage());
      return null;
    }
  }
}
