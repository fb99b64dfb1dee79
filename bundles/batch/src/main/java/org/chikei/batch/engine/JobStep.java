package org.chikei.batch.engine;

import java.util.List;
import org.chikei.api.analysis.Analysis;
import org.chikei.batch.registry.Provider;

/**
 * A step of a job, prepared.
 *
 * @param name its name
 * @param type its type
 * @param analysis what it does
 * @param of its coordinates, numbers from 0 in the job, and after them those that it observes
 * @param own how many of them are its own
 * @param providers the providers of the step and of its coordinates
 */
public record JobStep(
    String name, String type, Analysis analysis, int[] of, int own, List<Provider<?>> providers) {

  /** Copies the list. */
  public JobStep {
    providers = List.copyOf(providers);
  }

  /**
   * Whose it is.
   *
   * @return the symbolic name and version of the bundle that provides it
   */
  public String bundle() {
    return providers.isEmpty() ? "its bundle" : providers.get(0).bundle();
  }

  /**
   * What to call it where names alone could be mistaken: steps of different types may share one.
   *
   * @return for instance {@code comparison phi}
   */
  public String label() {
    return type + " " + name;
  }
}
