package org.chikei.structure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.osgi.service.component.annotations.Component;

/**
 * Finds atoms by number ({@code 9}), range ({@code 5-9}), name ({@code CA}), or residue and name
 * ({@code ALA.CA}, {@code 2.CA}). Names are taken as the file writes them, case included.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=names",
      ServiceProperties.SUMMARY + "=atoms by number, range, name, or residue and name"
    })
public final class AtomExpressions implements AtomSelector {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+");
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*-\\s*(\\d+)");
  private static final Pattern IN_RESIDUE = Pattern.compile("([^.\\s]+)\\.([^.\\s]+)");
  private static final String FORMS =
      "write a number (9), a range (5-9), a name (CA), or a residue and a name (ALA.CA, 2.CA)";

  /** Makes the selector; it keeps nothing between calls. */
  public AtomExpressions() {}

  @Override
  public int[] select(Structure structure, String expression) throws SelectionException {
    String text = expression.trim();
    if (text.isEmpty()) {
      throw new SelectionException("an atom expression is empty; " + FORMS);
    }
    if (NUMBER.matcher(text).matches()) {
      return new int[] {number(structure, text) - 1};
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(structure, range.group(1), range.group(2));
    }
    int[] named = indices(structure, atom -> atom.name().equals(text));
    if (named.length > 0) {
      return named;
    }
    Matcher inResidue = IN_RESIDUE.matcher(text);
    if (inResidue.matches()) {
      return inResidue(structure, inResidue.group(1), inResidue.group(2));
    }
    throw noAtom(structure, text);
  }

  @Override
  public int selectOne(Structure structure, String expression) throws SelectionException {
    int[] all = select(structure, expression);
    if (all.length == 1) {
      return all[0];
    }
    List<String> labels =
        IntStream.of(all).mapToObj(index -> structure.atom(index).label()).toList();
    throw new SelectionException(
        "'"
            + expression.trim()
            + "' names "
            + all.length
            + " atoms of "
            + structure.source()
            + " where one is meant: "
            + Suggestion.list(labels)
            + "; write the number of one of them");
  }

  private static int number(Structure structure, String text) throws SelectionException {
    int size = structure.size();
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= size) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outside(structure, text);
    }
    throw outside(structure, text);
  }

  private static SelectionException outside(Structure structure, String text) {
    return new SelectionException(
        "there is no atom "
            + text
            + " in "
            + structure.source()
            + "; its atoms are numbered from 1 to "
            + structure.size());
  }

  private static int[] range(Structure structure, String from, String to)
      throws SelectionException {
    int first = number(structure, from);
    int last = number(structure, to);
    if (first > last) {
      throw new SelectionException(
          "the range " + from + "-" + to + " runs backwards; write " + to + "-" + from);
    }
    return IntStream.range(first - 1, last).toArray();
  }

  private static int[] inResidue(Structure structure, String residue, String name)
      throws SelectionException {
    Predicate<Atom> isThere = atom -> atom.residueName().equals(residue);
    if (NUMBER.matcher(residue).matches()) {
      isThere = isThere.or(atom -> hasNumber(atom, residue));
    }
    int[] found = indices(structure, isThere.and(atom -> atom.name().equals(name)));
    if (found.length > 0) {
      return found;
    }
    Collection<String> names = distinct(structure, isThere, Atom::name);
    if (names.isEmpty()) {
      throw noResidue(structure, residue);
    }
    throw new SelectionException(
        "residue "
            + residue
            + " of "
            + structure.source()
            + " has no atom '"
            + name
            + "'"
            + meant(residue + ".", name, names)
            + "; it has "
            + Suggestion.list(names));
  }

  private static boolean hasNumber(Atom atom, String number) {
    return !atom.residueName().isEmpty() && String.valueOf(atom.residueNumber()).equals(number);
  }

  private static SelectionException noResidue(Structure structure, String residue) {
    Predicate<Atom> inResidue = atom -> !atom.residueName().isEmpty();
    Collection<String> residues =
        distinct(structure, inResidue, atom -> atom.residueNumber() + " " + atom.residueName());
    if (residues.isEmpty()) {
      return new SelectionException(
          structure.source() + " has no residues; write an atom's number or name");
    }
    Collection<String> names = distinct(structure, inResidue, Atom::residueName);
    return new SelectionException(
        "there is no residue '"
            + residue
            + "' in "
            + structure.source()
            + meant("", residue, names)
            + "; it has "
            + Suggestion.list(residues));
  }

  private static SelectionException noAtom(Structure structure, String text) {
    Collection<String> names = distinct(structure, atom -> true, Atom::name);
    return new SelectionException(
        "'"
            + text
            + "' names no atom of "
            + structure.source()
            + meant("", text, names)
            + "; its atoms are 1 to "
            + structure.size()
            + ", called "
            + Suggestion.list(names)
            + "; "
            + FORMS);
  }

  private static String meant(String before, String written, Collection<String> names) {
    return Suggestion.nearest(written, names)
        .map(name -> " (did you mean '" + before + name + "'?)")
        .orElse("");
  }

  private static Set<String> distinct(
      Structure structure, Predicate<Atom> filter, Function<Atom, String> text) {
    Set<String> distinct = new LinkedHashSet<>();
    structure.atoms().stream().filter(filter).map(text).forEach(distinct::add);
    return distinct;
  }

  private static int[] indices(Structure structure, Predicate<Atom> filter) {
    return IntStream.range(0, structure.size())
        .filter(index -> filter.test(structure.atom(index)))
        .toArray();
  }
}
