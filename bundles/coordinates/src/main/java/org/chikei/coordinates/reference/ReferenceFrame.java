package org.chikei.coordinates.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One structure of a {@link ReferenceFile}. Immutable. */
public final class ReferenceFrame {
  private final int line;
  private final int[] serials;
  private final List<String> elements;
  private final double[] positions;
  private final double[] alignment;
  private final double[] displacement;
  private final Map<String, String> remarks;

  ReferenceFrame(
      int line,
      int[] serials,
      List<String> elements,
      double[] positions,
      double[] alignment,
      double[] displacement,
      Map<String, String> remarks) {
    this.line = line;
    this.serials = serials;
    this.elements = List.copyOf(elements);
    this.positions = positions;
    this.alignment = alignment;
    this.displacement = displacement;
    this.remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
  }

  /**
   * Where it stands.
   *
   * @return the number of its first line, from 1
   */
  public int line() {
    return line;
  }

  /**
   * The number of atoms.
   *
   * @return 0 in a frame that gives values of coordinates alone
   */
  public int size() {
    return alignment.length;
  }

  /**
   * Whether the file says which atoms of the structure these are; otherwise they are all of them,
   * or those that the job names, in their order.
   *
   * @return true for PDB
   */
  public boolean numbered() {
    return serials != null;
  }

  /**
   * The number of an atom in the structure.
   *
   * @param k which atom, from 0
   * @return its serial number, from 1
   */
  public int serial(int k) {
    return serials[k];
  }

  /**
   * The element of an atom.
   *
   * @param k which atom, from 0
   * @return the symbol; empty where the file does not say
   */
  public String element(int k) {
    return elements.get(k);
  }

  /**
   * The positions.
   *
   * @return x, y, z of each atom in nm, a copy
   */
  public double[] positions() {
    return positions.clone();
  }

  /**
   * How much each atom counts where a frame is laid over this one: the occupancies of a PDB file.
   *
   * @return one weight an atom, not normalised, a copy; 1 where the file has none
   */
  public double[] alignmentWeights() {
    return alignment.clone();
  }

  /**
   * How much each atom counts in the deviation from this one: the temperature factors of a PDB
   * file.
   *
   * @return one weight an atom, not normalised, a copy; 1 where the file has none
   */
  public double[] displacementWeights() {
    return displacement.clone();
  }

  /**
   * What stands as {@code KEY=value} in the REMARK lines of a PDB file or in the comment line of an
   * XYZ file.
   *
   * @return the values by key, in the order of the file
   */
  public Map<String, String> remarks() {
    return remarks;
  }
}
