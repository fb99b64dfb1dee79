package org.chikei.batch.job;

import org.chikei.api.coordinate.PointSelection;
import org.chikei.batch.text.Place;

/**
 * Points that the input of another program names, not yet looked up.
 *
 * @param selection what finds them
 * @param path the key that holds them
 * @param place where they stand
 */
public record SelectedText(PointSelection selection, String path, Place place)
    implements PointEntry {

  @Override
  public String toString() {
    return selection.toString();
  }
}
