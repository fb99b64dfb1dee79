package org.chikei.batch.registry;

import java.util.List;

/**
 * A service that some bundle provides, known by its properties alone until it is borrowed.
 *
 * @param <T> the kind of service
 */
public interface Provider<T> {

  /**
   * Its name in a job.
   *
   * @return the type
   */
  String type();

  /**
   * What it is.
   *
   * @return one line
   */
  String summary();

  /**
   * Where it comes from.
   *
   * @return the symbolic name and version of the bundle
   */
  String bundle();

  /**
   * Who provides the same type without being used.
   *
   * @return the symbolic names and versions of the bundles
   */
  default List<String> unused() {
    return List.of();
  }

  /**
   * Whether it has left since it was found.
   *
   * @return true if it is there no more
   */
  boolean gone();
}
