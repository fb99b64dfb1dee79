package org.chikei.structure.selection;

import java.util.List;
import java.util.stream.IntStream;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.NamedGroups;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.Suggestion;
import org.osgi.service.component.annotations.Component;

/** Finds atoms by expressions in the language of this package. */
@Component(
    property = {
      ServiceProperties.TYPE + "=expressions",
      ServiceProperties.SUMMARY + "=atoms by number, name, residue, element and conditions on them"
    })
public final class AtomExpressions implements AtomSelector {

  /** Makes the selector; it keeps nothing between calls. */
  public AtomExpressions() {}

  @Override
  public int[] select(Structure structure, NamedGroups groups, String expression)
      throws SelectionException {
    return new Parser(structure, groups, expression).atoms();
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

  @Override
  public String refusal(Structure structure, String name) {
    if (Parser.WORDS.contains(name)) {
      return "'" + name + "' is a word of atom expressions; give the group another name";
    }
    if (structure.atoms().stream().anyMatch(atom -> atom.name().equals(name))) {
      return "atoms of "
          + structure.source()
          + " are called '"
          + name
          + "', too; give the group another name";
    }
    return "";
  }
}
