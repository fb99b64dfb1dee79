package org.chikei.structure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javax.vecmath.Point3d;
import org.chikei.api.InputException;
import org.chikei.api.Units;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.AtomRef;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IPDBAtom;
import org.openscience.cdk.interfaces.IPseudoAtom;

/** Turns the atoms of a CDK molecule into a structure. */
final class MoleculeConversion {
  private static final int AROMATIC = 4;

  private final Path file;
  private final List<? extends IAtom> atoms;
  private List<Bond> bonds;
  private boolean perceived;
  private String crowded = "";

  /**
   * Starts a conversion.
   *
   * @param file the file that the atoms come from
   * @param atoms the atoms in their order, positions in ångström
   * @param bonds the bonds that the file states
   */
  MoleculeConversion(Path file, List<? extends IAtom> atoms, List<Bond> bonds) {
    this.file = file;
    this.atoms = atoms;
    this.bonds = bonds;
  }

  /**
   * Starts the conversion of a molecule that states its bonds, if any, completely; where it states
   * none they are told from the distances.
   *
   * @param file the file that the molecule comes from
   * @param molecule the molecule, positions in ångström
   * @return the conversion
   * @throws InputException if a position is not finite, something is no atom, or a bond joins an
   *     atom to itself
   */
  static MoleculeConversion of(Path file, IAtomContainer molecule) throws InputException {
    List<IAtom> atoms = new ArrayList<>(molecule.getAtomCount());
    for (IAtom atom : molecule.atoms()) {
      if (Species.of(atom).isSite()) {
        throw noElement(file, AtomRef.deref(atom), atoms.size() + 1);
      }
      atoms.add(atom);
    }
    Map<Long, Bond> distinct = new TreeMap<>();
    for (IBond bond : molecule.bonds()) {
      int begin = molecule.indexOf(bond.getBegin());
      int end = molecule.indexOf(bond.getEnd());
      if (begin == end) {
        throw new InputException(file, "a bond joins atom " + (begin + 1) + " to itself");
      }
      int first = Math.min(begin, end);
      int second = Math.max(begin, end);
      long pair = (long) first << Integer.SIZE | second;
      distinct.putIfAbsent(pair, new Bond(first, second, order(bond)));
    }
    List<Bond> bonds = new ArrayList<>(distinct.values());
    MoleculeConversion conversion = new MoleculeConversion(file, atoms, bonds);
    return bonds.isEmpty() ? conversion.perceiveBonds(new BitSet(), null) : conversion;
  }

  /**
   * What a reader said that failed, as a message can show it.
   *
   * @param failure what was thrown
   * @return one line
   */
  static String oneLine(Exception failure) {
    String message = failure.getMessage();
    return message == null ? "it is damaged" : TextLines.printable(message);
  }

  private static InputException noElement(Path file, IAtom atom, int number) {
    String symbol = atom instanceof IPseudoAtom pseudo ? pseudo.getLabel() : atom.getSymbol();
    return new InputException(
        file,
        "atom "
            + number
            + (symbol == null ? "" : " ('" + TextLines.shown(symbol) + "')")
            + " is no element; write an element's symbol");
  }

  private static int order(IBond bond) {
    if (bond.isAromatic()) {
      return AROMATIC;
    }
    Integer order = bond.getOrder() == null ? null : bond.getOrder().numeric();
    return order == null || order > 3 ? 0 : order;
  }

  /**
   * Adds the bonds that the distances tell.
   *
   * @param settled atoms that have no other bonds among themselves than those of the file
   * @param box the periodic cell, or null for none
   * @return this
   * @throws InputException if a position is not finite
   */
  MoleculeConversion perceiveBonds(BitSet settled, Box box) throws InputException {
    double[] positions = positions();
    if (positions == null || settled.cardinality() == atoms.size()) {
      return this;
    }
    int[] numbers = new int[atoms.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Species.of(atoms.get(i)).element().number();
    }
    Optional<List<Bond>> all = new BondPerception(numbers, positions, box).bonds(bonds, settled);
    if (all.isEmpty()) {
      crowded =
          "atoms of the structure lie on top of each other; no bonds were told from distances";
    } else {
      perceived = all.get().size() > bonds.size() || bonds.isEmpty();
      bonds = all.get();
    }
    return this;
  }

  /**
   * The structure.
   *
   * @param notes what to say about it
   * @return the structure
   * @throws InputException if CDK knows no mass of an atom, or a position is not finite
   */
  Structure structure(List<String> notes) throws InputException {
    List<Atom> converted = new ArrayList<>(atoms.size());
    for (int i = 0; i < atoms.size(); i++) {
      converted.add(atom(i));
    }
    List<String> all = new ArrayList<>(notes);
    if (!crowded.isEmpty()) {
      all.add(crowded);
    }
    String source = file.getFileName().toString();
    return new Structure(converted, bonds, perceived, positions(), source).withNotes(all);
  }

  private Atom atom(int index) throws InputException {
    IAtom atom = AtomRef.deref(atoms.get(index));
    Species species = Species.of(atom);
    OptionalDouble mass = NaturalMasses.of(species);
    if (mass.isEmpty()) {
      throw new InputException(
          file,
          "atom "
              + (index + 1)
              + ": the mass of "
              + (species.massNumber() == 0 ? "" : "isotope " + species.massNumber() + " of ")
              + species.element().symbol()
              + " is not known");
    }
    if (atom instanceof IPDBAtom named) {
      return new Atom(
          index + 1,
          species.symbol(),
          orElse(named.getName(), species.symbol()),
          orElse(named.getResName(), ""),
          named.getResSeq() == null ? 0 : Integer.parseInt(named.getResSeq()),
          orElse(named.getChainID(), ""),
          mass.getAsDouble());
    }
    String name = orElse(atom.getID(), species.symbol());
    return new Atom(index + 1, species.symbol(), name, "", 0, "", mass.getAsDouble());
  }

  private static String orElse(String text, String other) {
    return text == null || text.isEmpty() ? other : text;
  }

  private double[] positions() throws InputException {
    double[] positions = new double[3 * atoms.size()];
    for (int i = 0; i < atoms.size(); i++) {
      Point3d point = atoms.get(i).getPoint3d();
      if (point == null) {
        return null;
      }
      positions[3 * i] = Units.ANGSTROM * point.x;
      positions[3 * i + 1] = Units.ANGSTROM * point.y;
      positions[3 * i + 2] = Units.ANGSTROM * point.z;
      if (!Double.isFinite(point.x + point.y + point.z)) {
        throw new InputException(file, "atom " + (i + 1) + ": a coordinate is no finite number");
      }
    }
    return positions;
  }
}
