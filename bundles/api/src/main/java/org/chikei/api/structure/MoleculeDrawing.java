package org.chikei.api.structure;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Draws a structure as a flat figure. Provided by the structure bundle. */
@ProviderType
public interface MoleculeDrawing {

  /**
   * Draws the molecules that hold the marked atoms, the marks as discs behind the atoms.
   *
   * @param structure the structure
   * @param marks the marked atoms by index from 0, each with a weight from 0 to 1 that sets how
   *     strong its mark is
   * @param labels texts to write beside atoms, by index from 0
   * @return an SVG element with a {@code viewBox}, without an XML declaration, ready to stand in an
   *     HTML page, and with no reference to anything outside itself
   */
  String svg(Structure structure, Map<Integer, Double> marks, Map<Integer, String> labels);
}
