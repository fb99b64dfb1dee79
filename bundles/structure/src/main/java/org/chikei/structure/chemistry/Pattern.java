package org.chikei.structure.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.structure.SelectionException;
import org.openscience.cdk.AtomRef;
import org.openscience.cdk.BondRef;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.isomorphism.matchers.Expr;
import org.openscience.cdk.isomorphism.matchers.QueryAtom;
import org.openscience.cdk.isomorphism.matchers.QueryBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.Smarts;
import org.openscience.cdk.smarts.SmartsPattern;
import org.openscience.cdk.smarts.SmartsResult;

/** A SMARTS pattern with the atoms that it picks. */
final class Pattern {
  private static final int MOST_MATCHES = 100_000;
  private static final Set<Expr.Type> WITHOUT_ORDERS =
      Set.of(
          Expr.Type.TRUE,
          Expr.Type.FALSE,
          Expr.Type.AND,
          Expr.Type.OR,
          Expr.Type.NOT,
          Expr.Type.ELEMENT,
          Expr.Type.ISOTOPE,
          Expr.Type.HAS_ISOTOPE,
          Expr.Type.HAS_UNSPEC_ISOTOPE,
          Expr.Type.DEGREE,
          Expr.Type.HEAVY_DEGREE,
          Expr.Type.IS_IN_RING,
          Expr.Type.IS_IN_CHAIN,
          Expr.Type.RING_BOND_COUNT,
          Expr.Type.RING_COUNT,
          Expr.Type.RING_SIZE,
          Expr.Type.RING_SMALLEST,
          Expr.Type.PERIODIC_GROUP,
          Expr.Type.IS_HETERO,
          Expr.Type.HETERO_SUBSTITUENT_COUNT,
          Expr.Type.HAS_HETERO_SUBSTITUENT,
          Expr.Type.NONE);

  /** Elements that are never aromatic, so that they need no orders to be told. */
  private static final Set<Integer> NEVER_AROMATIC =
      Set.of(1, 3, 9, 11, 12, 17, 19, 20, 30, 35, 53);

  private final String smarts;
  private final SmartsPattern matcher;
  private final int[] picked;
  private final List<int[]> joined = new ArrayList<>();
  private final boolean needsOrders;

  private Pattern(String smarts, IAtomContainer query, int[] picked) {
    this.smarts = smarts;
    this.matcher = SmartsPattern.create(smarts, SilentChemObjectBuilder.getInstance());
    this.matcher.setPrepare(false);
    this.picked = picked;
    for (IBond bond : query.bonds()) {
      int first = place(query.indexOf(bond.getBegin()));
      int second = place(query.indexOf(bond.getEnd()));
      if (first >= 0 && second >= 0) {
        joined.add(new int[] {first, second});
      }
    }
    needsOrders = needsOrders(query);
  }

  /**
   * Reads a pattern.
   *
   * @param smarts the pattern
   * @return the pattern
   * @throws SelectionException if it cannot be read, or its maps are not 1, 2, 3 …
   */
  static Pattern of(String smarts) throws SelectionException {
    IAtomContainer query = SilentChemObjectBuilder.getInstance().newAtomContainer();
    SmartsResult result;
    try {
      result = Smarts.parseToResult(query, smarts);
    } catch (RuntimeException e) {
      throw new SelectionException("'" + smarts + "' is no SMARTS pattern");
    }
    if (!result.ok()) {
      throw unreadable(smarts, result);
    }
    if (query.isEmpty()) {
      throw new SelectionException("a SMARTS pattern is empty");
    }
    return new Pattern(smarts, query, picked(smarts, query));
  }

  private static SelectionException unreadable(String smarts, SmartsResult result) {
    String why = result.getMessage() == null ? "" : ": " + result.getMessage();
    int at = result.getPosition();
    return new SelectionException(
        "'"
            + smarts
            + "' is no SMARTS pattern"
            + (at >= 0 ? " at character " + Math.min(at + 1, smarts.length() + 1) : "")
            + why.replaceAll("\\s*\\R\\s*", " "));
  }

  private static int[] picked(String smarts, IAtomContainer query) throws SelectionException {
    Map<Integer, Integer> byMap = new HashMap<>();
    for (IAtom atom : query.atoms()) {
      Integer map = atom.getProperty(CDKConstants.ATOM_ATOM_MAPPING);
      if (map != null && map != 0) {
        if (byMap.putIfAbsent(map, query.indexOf(atom)) != null) {
          throw new SelectionException(
              "'" + smarts + "' has the atom map " + map + " twice; number its atoms from 1 on");
        }
      }
    }
    int[] picked = new int[byMap.isEmpty() ? query.getAtomCount() : byMap.size()];
    for (int k = 0; k < picked.length; k++) {
      Integer place = byMap.isEmpty() ? Integer.valueOf(k) : byMap.get(k + 1);
      if (place == null) {
        throw new SelectionException(
            "'"
                + smarts
                + "' has atom maps but no "
                + (k + 1)
                + "; number the atoms that are meant from 1 on");
      }
      picked[k] = place;
    }
    return picked;
  }

  private int place(int queryAtom) {
    for (int k = 0; k < picked.length; k++) {
      if (picked[k] == queryAtom) {
        return k;
      }
    }
    return -1;
  }

  private static boolean needsOrders(IAtomContainer query) {
    for (IAtom atom : query.atoms()) {
      if (needsOrders(((QueryAtom) AtomRef.deref(atom)).getExpression())) {
        return true;
      }
    }
    for (IBond bond : query.bonds()) {
      if (needsOrders(((QueryBond) BondRef.deref(bond)).getExpression())) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsOrders(Expr expression) {
    Expr.Type type = expression.type();
    if (type == Expr.Type.ALIPHATIC_ELEMENT) {
      return !NEVER_AROMATIC.contains(expression.value());
    }
    if (type == Expr.Type.RECURSIVE) {
      return needsOrders(expression.subquery());
    }
    if (type == Expr.Type.AND || type == Expr.Type.OR) {
      return needsOrders(expression.left()) || needsOrders(expression.right());
    }
    if (type == Expr.Type.NOT) {
      return needsOrders(expression.left());
    }
    return !WITHOUT_ORDERS.contains(type);
  }

  /** Whether it asks for bond orders, hydrogens that may be implicit, charges or aromaticity. */
  boolean needsOrders() {
    return needsOrders;
  }

  /**
   * The matches in a molecule.
   *
   * @param container the molecule, its rings and aromaticity marked
   * @return the picked atoms of each match by their places in the molecule; of matches that differ
   *     only in the order of atoms that are joined alike, that with the lowest numbers
   * @throws SelectionException if there are more than anyone could mean
   */
  List<int[]> matches(IAtomContainer container) throws SelectionException {
    Map<String, int[]> distinct = new LinkedHashMap<>();
    int count = 0;
    for (int[] mapping : matcher.matchAll(container)) {
      if (++count > MOST_MATCHES) {
        throw new SelectionException(
            "'"
                + smarts
                + "' matches more than "
                + MOST_MATCHES
                + " times; write a pattern that says more");
      }
      int[] atoms = new int[picked.length];
      for (int k = 0; k < atoms.length; k++) {
        atoms[k] = mapping[picked[k]];
      }
      distinct.merge(
          sameness(atoms), atoms, (one, other) -> Arrays.compare(one, other) <= 0 ? one : other);
    }
    List<int[]> matches = new ArrayList<>(distinct.values());
    matches.sort(Arrays::compare);
    return matches;
  }

  /** The same for matches of the same atoms that are joined in the same way. */
  private String sameness(int[] atoms) {
    int[] sorted = atoms.clone();
    Arrays.sort(sorted);
    Set<Long> pairs = new HashSet<>();
    for (int[] pair : joined) {
      int first = Math.min(atoms[pair[0]], atoms[pair[1]]);
      int second = Math.max(atoms[pair[0]], atoms[pair[1]]);
      pairs.add((long) first << Integer.SIZE | second);
    }
    return Arrays.toString(sorted) + pairs.stream().sorted().toList();
  }
}
