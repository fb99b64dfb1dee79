package org.chikei.batch.job;

import org.chikei.batch.text.Place;

/**
 * A point of the structure as a person wrote it, not yet looked up.
 *
 * @param expression the number or name
 * @param path the key that holds it, such as {@code coordinates[0].atoms[1]}
 * @param place where it stands
 */
public record PointText(String expression, String path, Place place) {

  @Override
  public String toString() {
    return expression;
  }
}
