package org.chikei.structure.drawing;

import javax.vecmath.Point2d;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.layout.StructureDiagramGenerator;
import org.openscience.cdk.silent.Atom;
import org.openscience.cdk.silent.AtomContainer;
import org.openscience.cdk.silent.Bond;

/**
 * Puts a fragment into the plane. CDK lays the skeleton out, which is then turned so that it lies
 * flat and runs from left to right; hydrogens go into the widest gaps around their atoms, a little
 * nearer than other atoms. (CDK would give them a place in the skeleton, and bend the skeleton for
 * it.)
 */
final class FlatLayout {
  private static final double CDK_LENGTH = 1.5;
  private static final double HYDROGEN_LENGTH = 0.62;
  private static final int TURNS = 12;

  private final Fragment fragment;

  private FlatLayout(Fragment fragment) {
    this.fragment = fragment;
  }

  /**
   * Fills in the coordinates of a fragment.
   *
   * @param fragment the fragment, its bond orders known
   */
  static void arrange(Fragment fragment) {
    FlatLayout layout = new FlatLayout(fragment);
    if (fragment.skeletonSize() > 1) {
      layout.arrangeSkeleton();
      layout.turn();
    }
    layout.arrangeHydrogens();
  }

  private void arrangeSkeleton() {
    int size = fragment.skeletonSize();
    IAtomContainer molecule = new AtomContainer();
    IAtom[] atoms = new IAtom[size];
    for (int i = 0; i < size; i++) {
      atoms[i] = new Atom(Math.max(0, fragment.number(i)));
      atoms[i].setImplicitHydrogenCount(0);
    }
    molecule.setAtoms(atoms);
    for (Line line : fragment.lines()) {
      if (line.second < size) {
        molecule.addBond(
            new Bond(molecule.getAtom(line.first), molecule.getAtom(line.second), order(line)));
      }
    }
    try {
      new StructureDiagramGenerator().generateCoordinates(molecule);
    } catch (CDKException | RuntimeException e) {
      // Some graphs that are no molecules are beyond CDK.
      arrangeAsRing();
      return;
    }
    for (int i = 0; i < size; i++) {
      Point2d point = molecule.getAtom(i).getPoint2d();
      fragment.x[i] = point.x / CDK_LENGTH;
      fragment.y[i] = point.y / CDK_LENGTH;
    }
  }

  private void arrangeAsRing() {
    int size = fragment.skeletonSize();
    double radius = 0.5 / Math.sin(Math.PI / size);
    for (int i = 0; i < size; i++) {
      fragment.x[i] = radius * Math.cos(2 * Math.PI * i / size);
      fragment.y[i] = radius * Math.sin(2 * Math.PI * i / size);
    }
  }

  private static IBond.Order order(Line line) {
    return switch (line.order) {
      case 2 -> IBond.Order.DOUBLE;
      case 3 -> IBond.Order.TRIPLE;
      default -> IBond.Order.SINGLE;
    };
  }

  /** Turns by a multiple of 30 degrees, which keeps bonds on the directions that chemists draw. */
  private void turn() {
    int best = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int turn = 0; turn < TURNS / 2; turn++) {
      double height = extent(turn + TURNS / 4) + 0.01 * turn;
      if (height < lowest - 1e-6) {
        lowest = height;
        best = turn;
      }
    }
    double drift = 0;
    double middle = (fragment.skeletonSize() - 1) / 2.0;
    double cos = Math.cos(2 * Math.PI * best / TURNS);
    double sin = Math.sin(2 * Math.PI * best / TURNS);
    for (int i = 0; i < fragment.skeletonSize(); i++) {
      drift += (i - middle) * (cos * fragment.x[i] + sin * fragment.y[i]);
    }
    if (drift < -1e-6) {
      cos = -cos;
      sin = -sin;
    }
    for (int i = 0; i < fragment.skeletonSize(); i++) {
      double x = fragment.x[i];
      fragment.x[i] = cos * x + sin * fragment.y[i];
      fragment.y[i] = cos * fragment.y[i] - sin * x;
    }
  }

  /** The extent along the direction of a turn. */
  private double extent(int turn) {
    double cos = Math.cos(2 * Math.PI * turn / TURNS);
    double sin = Math.sin(2 * Math.PI * turn / TURNS);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < fragment.skeletonSize(); i++) {
      double along = cos * fragment.x[i] + sin * fragment.y[i];
      least = Math.min(least, along);
      most = Math.max(most, along);
    }
    return most - least;
  }

  private void arrangeHydrogens() {
    for (int i = 0; i < fragment.skeletonSize(); i++) {
      int[] hydrogens = hydrogensOf(i);
      double[] directions = freeDirections(i, hydrogens.length + fragment.cut[i]);
      for (int k = 0; k < directions.length; k++) {
        double x = fragment.x[i] + HYDROGEN_LENGTH * Math.cos(directions[k]);
        double y = fragment.y[i] + HYDROGEN_LENGTH * Math.sin(directions[k]);
        if (k < hydrogens.length) {
          fragment.x[hydrogens[k]] = x;
          fragment.y[hydrogens[k]] = y;
        } else {
          fragment.stubs.add(new double[] {i, x, y});
        }
      }
    }
  }

  private int[] hydrogensOf(int place) {
    return fragment.linesOf(place).stream()
        .mapToInt(line -> line.other(place))
        .filter(other -> other >= fragment.skeletonSize())
        .toArray();
  }

  /**
   * Directions around an atom that share the gaps between its bonds of the skeleton evenly.
   *
   * @param place the atom
   * @param count how many directions
   * @return angles
   */
  private double[] freeDirections(int place, int count) {
    double[] taken =
        fragment.linesOf(place).stream()
            .mapToInt(line -> line.other(place))
            .filter(other -> other < fragment.skeletonSize())
            .mapToDouble(
                other ->
                    Math.atan2(
                        fragment.y[other] - fragment.y[place],
                        fragment.x[other] - fragment.x[place]))
            .sorted()
            .toArray();
    if (taken.length == 0) {
      return alone(count);
    }
    if (taken.length == 1 && count == 1 && !isStraight(place)) {
      return new double[] {bent(place, taken[0])};
    }
    return shared(taken, count);
  }

  /** Around a single atom: two point down as in water, more are spread from the top on. */
  private static double[] alone(int count) {
    double[] directions = new double[count];
    for (int k = 0; k < count; k++) {
      directions[k] =
          count == 2 ? -Math.PI * (1 + 4 * k) / 6 : Math.PI / 2 + 2 * Math.PI * k / count;
    }
    return directions;
  }

  private boolean isStraight(int place) {
    return fragment.linesOf(place).stream().anyMatch(line -> line.order == 3);
  }

  /** An angle of 120 degrees, to the side that is less crowded. */
  private double bent(int place, double taken) {
    double left = taken + 2 * Math.PI / 3;
    double right = taken - 2 * Math.PI / 3;
    double difference = room(place, left) - room(place, right);
    if (Math.abs(difference) > 1e-6) {
      return difference > 0 ? left : right;
    }
    return Math.sin(left) > Math.sin(right) ? left : right;
  }

  private double room(int place, double direction) {
    double x = fragment.x[place] + Math.cos(direction);
    double y = fragment.y[place] + Math.sin(direction);
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < fragment.skeletonSize(); i++) {
      if (i != place) {
        nearest = Math.min(nearest, Math.hypot(fragment.x[i] - x, fragment.y[i] - y));
      }
    }
    return nearest;
  }

  private static double[] shared(double[] taken, int count) {
    int[] inGap = new int[taken.length];
    double[] width = new double[taken.length];
    for (int g = 0; g < taken.length; g++) {
      double next = g + 1 < taken.length ? taken[g + 1] : taken[0] + 2 * Math.PI;
      width[g] = next - taken[g];
    }
    for (int k = 0; k < count; k++) {
      int widest = 0;
      for (int g = 1; g < taken.length; g++) {
        if (width[g] / (inGap[g] + 1) > width[widest] / (inGap[widest] + 1) + 1e-6) {
          widest = g;
        }
      }
      inGap[widest]++;
    }
    double[] directions = new double[count];
    int filled = 0;
    for (int g = 0; g < taken.length; g++) {
      for (int n = 1; n <= inGap[g]; n++) {
        directions[filled++] = taken[g] + width[g] * n / (inGap[g] + 1);
      }
    }
    return directions;
  }
}
