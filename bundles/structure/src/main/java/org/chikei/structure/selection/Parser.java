package org.chikei.structure.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chikei.api.structure.NamedGroups;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Suggestion;

/** Reads one expression and finds its atoms on the way. */
final class Parser {

  /** Words that are part of the language wherever they stand. */
  static final Set<String> WORDS =
      Set.of(
          "and", "or", "not", "within", "of", "to", "all", "name", "resname", "resid", "element",
          "chain", "index");

  private static final String FORMS =
      "write a number (9), a range (5-9), a name (CA, H*), a residue and a name (ALA.CA, 2.CA), or"
          + " properties such as 'resname SOL and name OW'";

  private static final Set<String> PROPERTIES =
      Set.of("name", "resname", "resid", "element", "chain", "index");

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+");
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)-(-?\\d+)(?::(\\d+))?");
  private static final int DEEPEST = 100;

  private final String expression;
  private final AtomTable atoms;
  private final NamedGroups groups;
  private final List<Token> tokens;
  private int next;
  private int depth;

  /** How many atoms each property was true of, by its text, for the message where all is empty. */
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  private String hint = "";

  Parser(Structure structure, NamedGroups groups, String expression) throws SelectionException {
    this.expression = expression.strip();
    this.atoms = new AtomTable(structure);
    this.groups = groups;
    this.tokens = Token.of(this.expression);
  }

  /** The atoms of the whole expression, at least one. */
  int[] atoms() throws SelectionException {
    if (peek().isEnd()) {
      throw new SelectionException("an atom expression is empty; " + FORMS);
    }
    int[] found = parts();
    if (!peek().isEnd()) {
      throw fault(
          peek().is(")")
              ? "closes nothing"
              : "does not belong here; join conditions by 'and' or 'or', and lists by commas");
    }
    if (found.length == 0) {
      throw nothing();
    }
    return found;
  }

  private int[] parts() throws SelectionException {
    Set<Integer> ordered = new LinkedHashSet<>();
    do {
      if (ordered.isEmpty() && isGroup(peek()) && tokens.get(next + 1).isEnd()) {
        return groups.atoms(take().text());
      }
      alternatives().stream().forEach(ordered::add);
    } while (takes(","));
    return ordered.stream().mapToInt(Integer::intValue).toArray();
  }

  private BitSet alternatives() throws SelectionException {
    BitSet found = conditions();
    while (takes("or")) {
      found.or(conditions());
    }
    return found;
  }

  private BitSet conditions() throws SelectionException {
    BitSet found = one();
    while (takes("and")) {
      found.and(one());
    }
    return found;
  }

  private BitSet one() throws SelectionException {
    if (++depth > DEEPEST) {
      throw fault("is nested too deep");
    }
    BitSet found = unguarded();
    depth--;
    return found;
  }

  private BitSet unguarded() throws SelectionException {
    if (takes("not")) {
      BitSet found = one();
      found.flip(0, atoms.size());
      return found;
    }
    if (takes("within")) {
      return within();
    }
    if (peek().is("(")) {
      Token open = take();
      BitSet found = bits(parts());
      if (!takes(")")) {
        throw new SelectionException(
            "the parenthesis at character "
                + (open.start() + 1)
                + " of '"
                + expression
                + "' is not closed");
      }
      return found;
    }
    if (!peek().quoted() && PROPERTIES.contains(peek().text())) {
      return property();
    }
    if (isGroup(peek())) {
      return bits(groups.atoms(take().text()));
    }
    if (takes("all")) {
      return atoms.where(i -> true);
    }
    if (peek().isEnd() || peek().is(")") || peek().is(",") || isWord(peek())) {
      throw fault("stands where atoms are expected; " + FORMS);
    }
    return word();
  }

  private static BitSet bits(int[] indices) {
    BitSet bits = new BitSet();
    IntStream.of(indices).forEach(bits::set);
    return bits;
  }

  private BitSet within() throws SelectionException {
    Token number = take();
    double distance;
    try {
      distance = Double.parseDouble(number.text());
    } catch (NumberFormatException e) {
      throw fault(number, "is no distance in nm");
    }
    if (!(distance > 0 && distance <= 100)) {
      throw fault(number, "is no distance in nm above 0");
    }
    if (!takes("of")) {
      throw fault("stands where 'of' is expected: within 0.5 of …");
    }
    return atoms.within(distance, one());
  }

  private BitSet property() throws SelectionException {
    Token property = take();
    BitSet found = new BitSet();
    boolean any = false;
    int from = property.start();
    int to = from + property.text().length();
    while (isValue()) {
      Token value = take();
      to = value.start() + value.text().length() + (value.quoted() ? 2 : 0);
      Token upper = null;
      if (peek().is("to")) {
        take();
        upper = take();
        to = upper.start() + upper.text().length();
      }
      found.or(value(property, value, upper));
      any = true;
    }
    if (!any) {
      throw fault("stands where a value of '" + property.text() + "' is expected");
    }
    counts.put(expression.substring(from, Math.min(to, expression.length())), found.cardinality());
    return found;
  }

  private boolean isValue() {
    Token token = peek();
    return token.quoted()
        || !token.isEnd() && !token.is("(") && !token.is(")") && !token.is(",") && !isWord(token);
  }

  private static boolean isWord(Token token) {
    return !token.quoted() && WORDS.contains(token.text());
  }

  private BitSet value(Token property, Token value, Token upper) throws SelectionException {
    boolean numbers = property.is("resid") || property.is("index");
    if (numbers) {
      long[] range = range(value, upper);
      if (range == null) {
        throw fault(value, "is no number; '" + property.text() + "' takes numbers and ranges");
      }
      return property.is("resid")
          ? atoms.where(i -> contains(range, atoms.residueNumber(i)) && atoms.hasResidue(i))
          : atoms.where(i -> contains(range, i + 1L));
    }
    if (upper != null) {
      throw fault(upper, "ends no range; '" + property.text() + "' takes names");
    }
    Collection<String> all = new LinkedHashSet<>();
    Pattern pattern = AtomTable.pattern(value.text(), value.quoted());
    BitSet found =
        atoms.where(
            i -> {
              String text = atoms.text(property.text(), i);
              all.add(text);
              return pattern.matcher(text).matches();
            });
    if (found.isEmpty()) {
      all.remove("");
      hint =
          "no "
              + AtomTable.inWords(property.text())
              + " is '"
              + value.text()
              + "'"
              + meant("", value.text(), all)
              + (all.isEmpty() ? "; the file has none" : "; there are " + Suggestion.list(all));
    }
    return found;
  }

  private static boolean contains(long[] range, long number) {
    return number >= range[0] && number <= range[1] && (number - range[0]) % range[2] == 0;
  }

  /** First, last, step; null where a word is no number. */
  private long[] range(Token value, Token upper) throws SelectionException {
    Matcher matcher = RANGE.matcher(value.text());
    long[] range;
    try {
      if (NUMBER.matcher(value.text()).matches()) {
        long first = Long.parseLong(value.text());
        range = new long[] {first, upper == null ? first : Long.parseLong(upper.text()), 1};
      } else if (matcher.matches() && upper == null) {
        range =
            new long[] {
              Long.parseLong(matcher.group(1)),
              Long.parseLong(matcher.group(2)),
              matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3))
            };
      } else {
        return null;
      }
    } catch (NumberFormatException e) {
      return null;
    }
    if (range[0] > range[1]) {
      throw new SelectionException(
          "the range "
              + range[0]
              + "-"
              + range[1]
              + " runs backwards; write "
              + range[1]
              + "-"
              + range[0]);
    }
    if (range[2] < 1) {
      throw fault(value, "has no step; write one of at least 1");
    }
    return range;
  }

  /** A number, a range, a name, or a residue and a name. */
  private BitSet word() throws SelectionException {
    Token word = take();
    if (!word.quoted()) {
      if (NUMBER.matcher(word.text()).matches()) {
        Token last = rangeEnd();
        return last == null
            ? numbers(word.text(), word.text(), 1)
            : numbers(word.text(), last.text(), 1);
      }
      Matcher range = RANGE.matcher(word.text());
      if (range.matches() && !word.text().startsWith("-")) {
        String step = range.group(3) == null ? "1" : range.group(3);
        if (step.length() > 9 || Integer.parseInt(step) < 1) {
          throw fault(word, "has no step; write one of at least 1");
        }
        return numbers(range.group(1), range.group(2), Integer.parseInt(step));
      }
    }
    BitSet named = atoms.named(word.text(), word.quoted());
    if (!named.isEmpty()) {
      return named;
    }
    int dot = word.text().indexOf('.');
    if (dot > 0 && dot < word.text().length() - 1 && !word.quoted()) {
      return inResidue(word.text().substring(0, dot), word.text().substring(dot + 1));
    }
    if (!word.quoted()) {
      switch (word.text()) {
        case "protein":
          return counted(word, atoms.protein());
        case "backbone":
          return counted(word, atoms.backbone());
        case "water":
          return counted(word, atoms.water());
        default:
          break;
      }
    }
    throw noAtom(word);
  }

  private BitSet counted(Token word, BitSet found) {
    counts.put(word.text(), found.cardinality());
    return found;
  }

  /** The end of a range with blanks around its hyphen. */
  private Token rangeEnd() {
    if ((peek().is("-") || peek().is("to"))
        && NUMBER.matcher(tokens.get(next + 1).text()).matches()) {
      take();
      return take();
    }
    return null;
  }

  private BitSet numbers(String from, String to, int step) throws SelectionException {
    int first = number(from);
    int last = number(to);
    if (first > last) {
      throw new SelectionException(
          "the range " + from + "-" + to + " runs backwards; write " + to + "-" + from);
    }
    BitSet found = new BitSet();
    for (long k = first; k <= last; k += step) {
      found.set((int) k - 1);
    }
    return found;
  }

  private int number(String text) throws SelectionException {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= atoms.size()) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw outside(text);
    }
    throw outside(text);
  }

  private SelectionException outside(String text) {
    return new SelectionException(
        "there is no atom "
            + text
            + " in "
            + atoms.source()
            + "; its atoms are numbered from 1 to "
            + atoms.size());
  }

  private BitSet inResidue(String residue, String name) throws SelectionException {
    BitSet residues = atoms.inResidue(residue);
    Pattern pattern = AtomTable.pattern(name, false);
    Collection<String> names = new LinkedHashSet<>();
    BitSet found =
        atoms.where(
            i -> {
              if (!residues.get(i)) {
                return false;
              }
              names.add(atoms.text("name", i));
              return pattern.matcher(atoms.text("name", i)).matches();
            });
    if (!found.isEmpty()) {
      return found;
    }
    if (residues.isEmpty()) {
      throw noResidue(residue);
    }
    throw new SelectionException(
        "residue "
            + residue
            + " of "
            + atoms.source()
            + " has no atom '"
            + name
            + "'"
            + meant(residue + ".", name, names)
            + "; it has "
            + Suggestion.list(names));
  }

  private SelectionException noResidue(String residue) {
    Collection<String> residues = atoms.residues();
    if (residues.isEmpty()) {
      return new SelectionException(
          atoms.source() + " has no residues; write an atom's number or name");
    }
    return new SelectionException(
        "there is no residue '"
            + residue
            + "' in "
            + atoms.source()
            + meant("", residue, atoms.distinct("resname"))
            + "; it has "
            + Suggestion.list(residues));
  }

  private SelectionException noAtom(Token word) {
    Collection<String> names = atoms.distinct("name");
    List<String> known = new ArrayList<>(names);
    known.addAll(groups.names());
    boolean alone = tokens.size() == 2;
    return new SelectionException(
        (alone ? "'" + word.text() + "' names no atom of " : place(word) + " names no atom of ")
            + atoms.source()
            + (groups.names().isEmpty() ? "" : " and no group")
            + meant("", word.text(), known)
            + "; its atoms are 1 to "
            + atoms.size()
            + ", called "
            + Suggestion.list(names)
            + "; "
            + FORMS);
  }

  private SelectionException nothing() {
    StringBuilder found = new StringBuilder();
    counts.forEach(
        (text, count) ->
            found
                .append(found.length() == 0 ? ": " : ", ")
                .append('\'')
                .append(text)
                .append("' names ")
                .append(count == 0 ? "none" : count == 1 ? "1 atom" : count + " atoms"));
    return new SelectionException(
        "'"
            + expression
            + "' names no atom of "
            + atoms.source()
            + (counts.size() > 1 ? found : "")
            + (hint.isEmpty() ? "" : "; " + hint));
  }

  private static String meant(String before, String written, Collection<String> names) {
    return Suggestion.nearest(written, names)
        .map(name -> " (did you mean '" + before + name + "'?)")
        .orElse("");
  }

  private boolean isGroup(Token token) {
    return !token.quoted() && groups.names().contains(token.text());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private boolean takes(String word) {
    if (peek().is(word)) {
      take();
      return true;
    }
    return false;
  }

  private SelectionException fault(String what) {
    return fault(peek(), what);
  }

  private SelectionException fault(Token token, String what) {
    return new SelectionException(place(token) + " " + what);
  }

  private String place(Token token) {
    return token.isEnd()
        ? "the end of '" + expression + "'"
        : "'" + token.text() + "' at character " + (token.start() + 1) + " of '" + expression + "'";
  }
}
