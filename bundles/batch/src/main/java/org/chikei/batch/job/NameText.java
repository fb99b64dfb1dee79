package org.chikei.batch.job;

import org.chikei.batch.text.Place;

/**
 * A coordinate as a person named it, not yet looked up.
 *
 * @param name the name
 * @param path the key that holds it
 * @param place where it stands
 */
public record NameText(String name, String path, Place place) {

  @Override
  public String toString() {
    return name;
  }
}
