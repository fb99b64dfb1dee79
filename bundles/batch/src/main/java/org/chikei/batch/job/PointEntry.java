package org.chikei.batch.job;

import org.chikei.batch.text.Place;

/** One entry of a list of points as a person wrote it, not yet looked up: one point or several. */
public sealed interface PointEntry permits PointText, GroupText, SelectedText {

  /**
   * The key that holds it.
   *
   * @return such as {@code coordinates[0].atoms[1]}
   */
  String path();

  /**
   * Where it stands.
   *
   * @return its place
   */
  Place place();
}
