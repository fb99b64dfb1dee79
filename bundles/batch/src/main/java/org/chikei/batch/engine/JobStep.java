package org.chikei.batch.engine;

import java.util.List;
import java.util.Objects;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.batch.registry.Provider;

/**
 * A step of a job, prepared.
 *
 * @param name its name
 * @param type its type
 * @param analysis what it does
 * @param requirements what it wants of samples
 * @param needs the names of the steps whose results it needs
 * @param of its coordinates, numbers from 0 in the job, and after them those that it observes
 * @param own how many of them are its own
 * @param providers the providers of the step and of its coordinates
 */
public record JobStep(
    String name,
    String type,
    Analysis analysis,
    SampleRequirements requirements,
    List<String> needs,
    int[] of,
    int own,
    List<Provider<?>> providers) {

  /** Copies the lists. */
  public JobStep {
    Objects.requireNonNull(requirements);
    needs = List.copyOf(needs);
    providers = List.copyOf(providers);
  }

  /**
   * Asks a step what it wants.
   *
   * @param name its name
   * @param type its type
   * @param analysis what it does
   * @param of its coordinates, and after them those that it observes
   * @param own how many of them are its own
   * @param providers the providers of the step and of its coordinates
   */
  public JobStep(
      String name, String type, Analysis analysis, int[] of, int own, List<Provider<?>> providers) {
    this(name, type, analysis, analysis.requirements(), analysis.needs(), of, own, providers);
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
