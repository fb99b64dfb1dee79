package org.chikei.api.job;

import java.util.List;

/**
 * Something that a bundle brought.
 *
 * @param kind {@code coordinate}, {@code step}, {@code format}, {@code model} or {@code output}
 * @param type its name in a job
 * @param summary one line
 * @param bundle the symbolic name and version of the bundle that provides it
 * @param unused the bundles whose provider of the same type is not used, since this one was there
 *     first or has a higher service ranking
 */
public record Installed(
    String kind, String type, String summary, String bundle, List<String> unused) {

  /** Copies the list. */
  public Installed {
    unused = List.copyOf(unused);
  }

  /**
   * Where it comes from, in words.
   *
   * @return the bundle, and those that bring the same without being used
   */
  public String origin() {
    return unused.isEmpty() ? bundle : bundle + " (not used: " + String.join(", ", unused) + ")";
  }
}
