package org.chikei.batch.job;

import org.chikei.batch.text.Place;

/**
 * Points of the structure by an expression: a number, a name, a group's name or more.
 *
 * @param expression what is written
 * @param path the key that holds it, such as {@code coordinates[0].atoms[1]}
 * @param place where it stands
 */
public record PointText(String expression, String path, Place place) implements PointEntry {

  @Override
  public String toString() {
    return expression;
  }
}
