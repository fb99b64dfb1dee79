package org.chikei.batch.plan;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.parameter.ParameterException;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.engine.StepCollection;
import org.chikei.batch.engine.Watch;
import org.chikei.batch.registry.Provider;

/** Has providers make things, which they may fail to do or never come back from. */
final class Attempts {
  private final Patience patience;

  /**
   * Makes attempts possible.
   *
   * @param patience how long each may take
   */
  Attempts(Patience patience) {
    this.patience = patience;
  }

  /** Thrown where a provider made nothing, through no fault of the job; its message says why. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String sentence) {
      super(sentence);
    }
  }

  /**
   * Has a provider make something.
   *
   * @param what what to call it, such as "the step"
   * @param doing what becomes of it, such as "prepared"
   * @param provider the provider
   * @param call what to call
   * @return what it made
   * @throws Failed if it threw what it may not throw, or did not come back
   * @throws ParameterException as the provider threw it
   * @throws IOException as the provider threw it
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  <T> T make(String what, String doing, Provider<?> provider, Callable<T> call)
      throws Failed, ParameterException, IOException, JobCancelledException {
    Watch watch = new Watch();
    watch.enter(provider);
    try {
      return patience.await("chikei-batch-plan-" + provider.type(), watch, call);
    } catch (Patience.Late late) {
      throw new Failed(patience.sentence(what, provider.bundle(), "from being " + doing));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ParameterException parameter) {
        throw parameter;
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new Failed(
          what
              + " could not be "
              + doing
              + ": "
              + StepCollection.sentence(e.getCause())
              + ". Tell the makers of "
              + provider.bundle());
    }
  }
}
