package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.BondTemplates;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.chemistry.MolecularGraph.Line;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.isomorphism.AtomMatcher;
import org.openscience.cdk.isomorphism.BondMatcher;
import org.openscience.cdk.isomorphism.VentoFoggia;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;
import org.osgi.service.component.annotations.Component;

/**
 * Gives the molecules of a structure the bond orders of templates. A template and a molecule belong
 * together where one graph lies on the other: the same elements, joined in the same way. Where the
 * molecule has no hydrogens those of the template are left out.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=templates",
      ServiceProperties.SUMMARY + "=bond orders from SMILES or a second file"
    })
public final class Templates implements BondTemplates {

  /** Makes the service; it keeps nothing between calls. */
  public Templates() {}

  @Override
  public Structure withOrders(Structure structure, String smiles) throws SelectionException {
    List<Template> templates = new ArrayList<>();
    try {
      SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
      IAtomContainer parsed = parser.parseSmiles(smiles.strip());
      for (IAtomContainer part : ConnectivityChecker.partitionIntoMolecules(parsed)) {
        templates.add(Template.of(part, smiles.strip()));
      }
    } catch (CDKException | RuntimeException e) {
      String why = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      throw new SelectionException("'" + smiles + "' is no SMILES: " + why);
    }
    if (templates.isEmpty()) {
      throw new SelectionException("'" + smiles + "' holds no molecule");
    }
    return apply(structure, templates);
  }

  @Override
  public Structure withOrders(Structure structure, Structure template) throws SelectionException {
    List<Template> templates = new ArrayList<>();
    for (Molecule molecule : Molecule.of(template)) {
      boolean stated = !template.bondsPerceived() && !template.bonds().isEmpty();
      if (molecule.size() > 1 && stated && molecule.ordersKnown()) {
        templates.add(Template.of(molecule.container(), template.source()));
      }
    }
    if (templates.isEmpty()) {
      throw new SelectionException(
          template.source()
              + " states no bond orders; write an SDF, MOL2 or CML file with them, or {smiles: …}");
    }
    return apply(structure, templates);
  }

  private static Structure apply(Structure structure, List<Template> templates)
      throws SelectionException {
    Map<Long, Integer> orders = new HashMap<>();
    boolean[] fitted = new boolean[templates.size()];
    for (Molecule molecule : Molecule.of(structure)) {
      for (int t = 0; t < fitted.length && molecule.size() > 1; t++) {
        if (templates.get(t).fit(molecule, orders)) {
          fitted[t] = true;
          break;
        }
      }
    }
    for (int t = 0; t < fitted.length; t++) {
      if (!fitted[t] && templates.get(t).size() > 1) {
        throw noFit(structure, templates.get(t));
      }
    }
    List<Bond> bonds = new ArrayList<>();
    for (Bond bond : structure.bonds()) {
      Integer order = orders.get(key(bond.first(), bond.second()));
      bonds.add(order == null ? bond : new Bond(bond.first(), bond.second(), order));
    }
    return structure.withBonds(bonds);
  }

  private static SelectionException noFit(Structure structure, Template template) {
    boolean sameFormula =
        Molecule.of(structure).stream().anyMatch(m -> m.formula().equals(template.formula()));
    return new SelectionException(
        "the template "
            + template.formula()
            + " of '"
            + template.source()
            + "' fits no molecule of "
            + structure.source()
            + ", whose molecules are "
            + Formulas.of(structure)
            + (sameFormula ? "; one has the same formula but its atoms are joined otherwise" : ""));
  }

  static long key(int first, int second) {
    return (long) Math.min(first, second) << Integer.SIZE | Math.max(first, second);
  }

  /**
   * A molecule with bond orders.
   *
   * @param all with all of its hydrogens
   * @param heavy without them
   * @param source where it comes from
   */
  private record Template(IAtomContainer all, IAtomContainer heavy, String source) {

    static Template of(IAtomContainer molecule, String source) {
      for (IAtom atom : molecule.atoms()) {
        if (atom.getImplicitHydrogenCount() == null) {
          atom.setImplicitHydrogenCount(0);
        }
      }
      AtomContainerManipulator.convertImplicitToExplicitHydrogens(molecule);
      return new Template(molecule, withoutHydrogens(molecule), source);
    }

    private static IAtomContainer withoutHydrogens(IAtomContainer molecule) {
      IAtomContainer heavy = SilentChemObjectBuilder.getInstance().newAtomContainer();
      Map<IAtom, IAtom> copies = new HashMap<>();
      for (IAtom atom : molecule.atoms()) {
        if (atom.getAtomicNumber() != 1) {
          copies.put(atom, heavy.newAtom(atom.getAtomicNumber(), 0));
        }
      }
      for (IBond bond : molecule.bonds()) {
        IAtom begin = copies.get(bond.getBegin());
        IAtom end = copies.get(bond.getEnd());
        if (begin != null && end != null) {
          heavy.newBond(begin, end, bond.getOrder());
        }
      }
      return heavy;
    }

    int size() {
      return heavy.getAtomCount();
    }

    String formula() {
      Map<String, Integer> counts = new TreeMap<>();
      all.atoms().forEach(atom -> counts.merge(atom.getSymbol(), 1, Integer::sum));
      StringBuilder formula = new StringBuilder();
      if (counts.containsKey("C")) {
        for (String symbol : List.of("C", "H")) {
          Integer count = counts.remove(symbol);
          if (count != null) {
            formula.append(symbol).append(count > 1 ? String.valueOf(count) : "");
          }
        }
      }
      counts.forEach(
          (symbol, count) -> formula.append(symbol).append(count > 1 ? String.valueOf(count) : ""));
      return formula.toString();
    }

    /** Puts the orders of a molecule that it fits into a map; false if it does not fit. */
    boolean fit(Molecule molecule, Map<Long, Integer> orders) {
      IAtomContainer used = molecule.hasHydrogens() ? all : heavy;
      if (used.getAtomCount() != molecule.size() || !elements(used, molecule)) {
        return false;
      }
      IAtomContainer target = SilentChemObjectBuilder.getInstance().newAtomContainer();
      MolecularGraph graph = molecule.graph();
      IAtom[] atoms = new IAtom[molecule.size()];
      for (int i = 0; i < atoms.length; i++) {
        atoms[i] = target.newAtom(graph.number(i), 0);
      }
      for (Line line : graph.lines()) {
        target.newBond(atoms[line.first], atoms[line.second], IBond.Order.SINGLE);
      }
      if (used.getBondCount() != target.getBondCount()) {
        return false;
      }
      int[] mapping =
          VentoFoggia.findIdentical(used, AtomMatcher.forElement(), BondMatcher.forAny())
              .match(target);
      if (mapping.length == 0) {
        return false;
      }
      for (IBond bond : used.bonds()) {
        int first = molecule.atom(mapping[used.indexOf(bond.getBegin())]);
        int second = molecule.atom(mapping[used.indexOf(bond.getEnd())]);
        orders.put(key(first, second), bond.getOrder().numeric());
      }
      return true;
    }

    private static boolean elements(IAtomContainer used, Molecule molecule) {
      int[] here = new int[molecule.size()];
      int[] there = new int[molecule.size()];
      for (int i = 0; i < here.length; i++) {
        here[i] = molecule.graph().number(i);
        there[i] = used.getAtom(i).getAtomicNumber();
      }
      Arrays.sort(here);
      Arrays.sort(there);
      return Arrays.equals(here, there);
    }
  }
}
