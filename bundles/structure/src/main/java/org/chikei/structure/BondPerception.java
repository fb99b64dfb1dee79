package org.chikei.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chikei.api.structure.Bond;

/**
 * Tells bonds from distances. Two atoms may bond if they are nearer than the sum of their covalent
 * radii and 0.04 nm; of all such pairs the relatively shortest are taken first, as long as both
 * atoms still take a neighbour. So a hydrogen bonds once, to the atom it is nearest to, even in a
 * short hydrogen bond or in the middle of a proton transfer. Metals come last and bond neither to
 * each other nor to water; alkali and alkaline-earth metals are ions and do not bond.
 *
 * <p>The margin is wider than any vibration at room temperature and narrower than the distances of
 * next neighbours (H and H in water 0.151 nm against a limit of 0.114 nm, C and C in a chain 0.25
 * against 0.194). Time and memory grow with the number of atoms.
 */
final class BondPerception {
  private static final double MARGIN = 0.04;
  private static final double LEAST_DISTANCE = 0.03;

  /** More atoms than this in a nm³ do not fit: the box belongs to something else. */
  private static final double DENSEST = 300;

  private static final int HYDROGEN = 1;
  private static final int OXYGEN = 8;

  private final int[] numbers;
  private final double[] positions;
  private final Box box;

  private final int[] neighbours;
  private final int[] hydrogens;
  private int[] firsts = new int[64];
  private int[] seconds = new int[64];
  private double[] ratios = new double[64];
  private int found;

  /**
   * Makes a perception.
   *
   * @param numbers the atomic number of each atom; 0 for a site that is no atom
   * @param positions x, y, z of each atom in nm
   * @param box the periodic cell, or null for none
   */
  BondPerception(int[] numbers, double[] positions, Box box) {
    this.numbers = numbers;
    this.positions = positions;
    this.box = box;
    neighbours = new int[numbers.length];
    hydrogens = new int[numbers.length];
  }

  /**
   * The bonds.
   *
   * @param given bonds that are known
   * @param settled atoms that have no other bonds among themselves than the known ones
   * @return the known and the perceived bonds in ascending order of their atoms; empty if the atoms
   *     lie on top of each other, as in a file without real positions
   */
  Optional<List<Bond>> bonds(List<Bond> given, BitSet settled) {
    for (Bond bond : given) {
      count(bond.first(), bond.second());
    }
    if (!findCandidates(settled)) {
      return Optional.empty();
    }
    List<Bond> bonds = new ArrayList<>(given);
    for (long candidate : candidatesByRatio()) {
      int first = firsts[(int) candidate];
      int second = seconds[(int) candidate];
      if (takesNeighbour(first) && takesNeighbour(second) && !coordinatesWater(first, second)) {
        count(first, second);
        bonds.add(new Bond(first, second, 0));
      }
    }
    bonds.sort(Comparator.comparingInt(Bond::first).thenComparingInt(Bond::second));
    return Optional.of(bonds);
  }

  private void count(int first, int second) {
    neighbours[first]++;
    neighbours[second]++;
    hydrogens[first] += numbers[second] == HYDROGEN ? 1 : 0;
    hydrogens[second] += numbers[first] == HYDROGEN ? 1 : 0;
  }

  private boolean takesNeighbour(int atom) {
    return neighbours[atom] < Covalence.mostNeighbours(numbers[atom]);
  }

  private boolean coordinatesWater(int first, int second) {
    return Covalence.isMetal(numbers[first]) && isWater(second)
        || Covalence.isMetal(numbers[second]) && isWater(first);
  }

  private boolean isWater(int atom) {
    return numbers[atom] == OXYGEN && hydrogens[atom] >= 2;
  }

  private boolean findCandidates(BitSet settled) {
    int[] members = new int[numbers.length];
    int size = 0;
    double widest = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (Covalence.radius(numbers[i]) > 0) {
        members[size++] = i;
        widest = Math.max(widest, Covalence.radius(numbers[i]));
      }
    }
    double[] points = new double[3 * size];
    for (int k = 0; k < size; k++) {
      System.arraycopy(positions, 3 * members[k], points, 3 * k, 3);
    }
    double reach = 2 * widest + MARGIN;
    Box used =
        box != null && NearPairs.fits(box, reach) && size / box.volume() < DENSEST ? box : null;
    return size == 0
        || new NearPairs(points, reach, used)
            .visit((j, i, distance) -> consider(members[j], members[i], distance, settled));
  }

  private void consider(int first, int second, double distance, BitSet settled) {
    double radii = Covalence.radius(numbers[first]) + Covalence.radius(numbers[second]);
    boolean firstMetal = Covalence.isMetal(numbers[first]);
    boolean secondMetal = Covalence.isMetal(numbers[second]);
    if (distance > radii + MARGIN
        || distance < LEAST_DISTANCE
        || firstMetal && secondMetal
        || settled.get(first) && settled.get(second)) {
      return;
    }
    double ratio = distance / radii + (firstMetal || secondMetal ? 10 : 0);
    for (int k = found - 1; k >= 0 && seconds[k] == second; k--) {
      if (firsts[k] == first) {
        ratios[k] = Math.min(ratios[k], ratio);
        return;
      }
    }
    if (found == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * found);
      seconds = Arrays.copyOf(seconds, 2 * found);
      ratios = Arrays.copyOf(ratios, 2 * found);
    }
    firsts[found] = first;
    seconds[found] = second;
    ratios[found++] = ratio;
  }

  /** Candidates in the low half of each number, in the order of their ratios. */
  private long[] candidatesByRatio() {
    long[] order = new long[found];
    for (int k = 0; k < found; k++) {
      order[k] = (long) Float.floatToIntBits((float) ratios[k]) << Integer.SIZE | k;
    }
    Arrays.sort(order);
    return order;
  }
}
