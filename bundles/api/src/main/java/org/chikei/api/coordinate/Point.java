package org.chikei.api.coordinate;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A point of a structure that a coordinate is made of: an atom, or a fixed weighted mean of atoms
 * such as a centre of mass. In a periodic box a mean of positions as they stand in a file is
 * meaningless for a group that is broken across a face: a mean with an {@link Assembly} is that of
 * the group made whole first. Immutable; equal where atoms, weights and assemblies are.
 */
public final class Point {
  private final int[] atoms;
  private final double[] weights;
  private final Optional<Assembly> assembly;
  private final String label;

  private Point(int[] atoms, double[] weights, Optional<Assembly> assembly, String label) {
    this.atoms = atoms;
    this.weights = weights;
    this.assembly = assembly;
    this.label = label;
  }

  /**
   * One atom.
   *
   * @param index its index from 0
   * @return the point
   * @throws IllegalArgumentException if the index is negative
   */
  public static Point ofAtom(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("atom index " + index);
    }
    return new Point(
        new int[] {index}, new double[] {1}, Optional.empty(), String.valueOf(index + 1));
  }

  /**
   * A weighted mean of the positions of atoms as they stand in the file, whatever the box.
   *
   * @param atoms indices from 0, ascending, none twice
   * @param weights one weight an atom; they are divided by their sum
   * @param label what a person would call it
   * @return the point
   * @throws IllegalArgumentException if there are no atoms, not one weight an atom, atoms out of
   *     order, a negative index, or weights whose sum is not positive and finite
   */
  public static Point ofMean(int[] atoms, double[] weights, String label) {
    if (atoms.length == 0 || atoms.length != weights.length) {
      throw new IllegalArgumentException(
          atoms.length + " atoms with " + weights.length + " weights");
    }
    if (atoms[0] < 0) {
      throw new IllegalArgumentException("atom index " + atoms[0]);
    }
    double sum = 0;
    for (int i = 0; i < atoms.length; i++) {
      if (i > 0 && atoms[i] <= atoms[i - 1]) {
        throw new IllegalArgumentException("atoms of a point must ascend");
      }
      sum += weights[i];
    }
    if (!(sum > 0) || !Double.isFinite(sum)) {
      throw new IllegalArgumentException("weights of a point sum to " + sum);
    }
    double[] normalised = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalised[i] = weights[i] / sum;
    }
    return new Point(atoms.clone(), normalised, Optional.empty(), label);
  }

  /**
   * A weighted mean of atoms that are brought together first, frame by frame. It lies by the image
   * of the assembly's first atom that stands in the file.
   *
   * @param atoms indices from 0, ascending, none twice
   * @param weights one weight an atom; they are divided by their sum
   * @param assembly how they are brought together; it holds all of the atoms
   * @param label what a person would call it
   * @return the point
   * @throws IllegalArgumentException if the assembly lacks an atom, or as {@link #ofMean(int[],
   *     double[], String)} says
   */
  public static Point ofMean(int[] atoms, double[] weights, Assembly assembly, String label) {
    Point plain = ofMean(atoms, weights, label);
    int[] assembled = new int[assembly.size()];
    for (int k = 0; k < assembled.length; k++) {
      assembled[k] = assembly.atom(k);
    }
    Arrays.sort(assembled);
    for (int atom : atoms) {
      if (Arrays.binarySearch(assembled, atom) < 0) {
        throw new IllegalArgumentException("the assembly lacks atom index " + atom);
      }
    }
    Optional<Assembly> needed = plain.isAtom() ? Optional.empty() : Optional.of(assembly);
    return new Point(plain.atoms, plain.weights, needed, label);
  }

  /**
   * Whether the point is a single atom.
   *
   * @return true if so
   */
  public boolean isAtom() {
    return atoms.length == 1;
  }

  /**
   * The number of atoms.
   *
   * @return at least 1
   */
  public int size() {
    return atoms.length;
  }

  /**
   * One of its atoms.
   *
   * @param k from 0
   * @return the atom's index from 0 in the structure
   */
  public int atom(int k) {
    return atoms[k];
  }

  /**
   * The weight of one of its atoms.
   *
   * @param k from 0
   * @return the weight; all of them sum to 1
   */
  public double weight(int k) {
    return weights[k];
  }

  /**
   * How its atoms are brought together before their mean is taken.
   *
   * @return the assembly; empty for an atom, and for a mean of positions as they stand
   */
  public Optional<Assembly> assembly() {
    return assembly;
  }

  /**
   * What a person would call it.
   *
   * @return an atom's number, or a group's name
   */
  public String label() {
    return label;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point
        && Arrays.equals(atoms, point.atoms)
        && Arrays.equals(weights, point.weights)
        && assembly.equals(point.assembly);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(atoms), Arrays.hashCode(weights), assembly);
  }

  @Override
  public String toString() {
    return label;
  }
}
