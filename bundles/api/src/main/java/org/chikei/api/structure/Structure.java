package org.chikei.api.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A molecular system at rest: its atoms with their masses and names, its bonds, and the positions
 * in the file that it came from. Immutable; atoms have indices from 0 in code and numbers from 1
 * wherever a person reads or writes one.
 */
public final class Structure {
  private final List<Atom> atoms;
  private final List<Bond> bonds;
  private final boolean bondsPerceived;
  private final double[] positions;
  private final double[] charges;
  private final String source;
  private final List<String> notes;

  /**
   * Makes a structure.
   *
   * @param atoms the atoms, numbered from 1 in order
   * @param bonds the bonds
   * @param bondsPerceived whether the bonds were told from distances because the file had none
   * @param positions x, y, z of each atom in nm (3 numbers an atom), or null if the file has none
   * @param source what the structure came from, for messages; a file name as a rule
   * @throws IllegalArgumentException if the numbers of atoms and positions differ
   */
  public Structure(
      List<Atom> atoms,
      List<Bond> bonds,
      boolean bondsPerceived,
      double[] positions,
      String source) {
    this(atoms, bonds, bondsPerceived, positions, null, source, List.of());
  }

  private Structure(
      List<Atom> atoms,
      List<Bond> bonds,
      boolean bondsPerceived,
      double[] positions,
      double[] charges,
      String source,
      List<String> notes) {
    if (positions != null && positions.length != 3 * atoms.size()) {
      throw new IllegalArgumentException(
          positions.length + " coordinates for " + atoms.size() + " atoms");
    }
    this.atoms = List.copyOf(atoms);
    this.bonds = List.copyOf(bonds);
    this.bondsPerceived = bondsPerceived;
    this.positions = positions == null ? null : positions.clone();
    this.charges = charges == null ? null : charges.clone();
    this.source = source;
    this.notes = List.copyOf(notes);
  }

  /**
   * The number of atoms.
   *
   * @return the number
   */
  public int size() {
    return atoms.size();
  }

  /**
   * The atoms.
   *
   * @return all atoms, in order
   */
  public List<Atom> atoms() {
    return atoms;
  }

  /**
   * One atom.
   *
   * @param index from 0
   * @return the atom
   */
  public Atom atom(int index) {
    return atoms.get(index);
  }

  /**
   * The mass of one atom.
   *
   * @param index from 0
   * @return its mass in amu
   */
  public double mass(int index) {
    return atoms.get(index).mass();
  }

  /**
   * The bonds.
   *
   * @return all bonds
   */
  public List<Bond> bonds() {
    return bonds;
  }

  /**
   * Whether the bonds were told from distances because the file had none.
   *
   * @return true if so
   */
  public boolean bondsPerceived() {
    return bondsPerceived;
  }

  /**
   * The positions in the file.
   *
   * @return x, y, z of each atom in nm, a copy; empty where the file has none
   */
  public Optional<double[]> positions() {
    return Optional.ofNullable(positions).map(double[]::clone);
  }

  /**
   * The partial charges in the file.
   *
   * @return one charge an atom in elementary charges, a copy; empty where the file has none
   */
  public Optional<double[]> charges() {
    return Optional.ofNullable(charges).map(double[]::clone);
  }

  /**
   * What the structure came from.
   *
   * @return for messages; a file name as a rule
   */
  public String source() {
    return source;
  }

  /**
   * What a reader did that the author of the file may not expect, such as keeping the first of
   * several models. They become warnings of the job.
   *
   * @return sentences that name no file; empty as a rule
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * The same structure with other notes.
   *
   * @param newNotes sentences that name no file
   * @return a copy
   */
  public Structure withNotes(List<String> newNotes) {
    return new Structure(atoms, bonds, bondsPerceived, positions, charges, source, newNotes);
  }

  /**
   * The same structure with other bonds, which are no longer told from distances.
   *
   * @param newBonds the bonds
   * @return a copy
   */
  public Structure withBonds(List<Bond> newBonds) {
    return new Structure(atoms, newBonds, false, positions, charges, source, notes);
  }

  /**
   * The same structure with other masses.
   *
   * @param masses one mass an atom, in amu
   * @return a copy
   * @throws IllegalArgumentException if there is not one mass an atom
   */
  public Structure withMasses(double[] masses) {
    if (masses.length != atoms.size()) {
      throw new IllegalArgumentException(masses.length + " masses for " + atoms.size() + " atoms");
    }
    List<Atom> changed = new ArrayList<>(atoms.size());
    for (int i = 0; i < masses.length; i++) {
      changed.add(atoms.get(i).withMass(masses[i]));
    }
    return new Structure(changed, bonds, bondsPerceived, positions, charges, source, notes);
  }

  /**
   * The same structure with partial charges.
   *
   * @param newCharges one charge an atom, in elementary charges
   * @return a copy
   * @throws IllegalArgumentException if there is not one charge an atom
   */
  public Structure withCharges(double[] newCharges) {
    if (newCharges.length != atoms.size()) {
      throw new IllegalArgumentException(
          newCharges.length + " charges for " + atoms.size() + " atoms");
    }
    return new Structure(atoms, bonds, bondsPerceived, positions, newCharges, source, notes);
  }
}
