package org.chikei.structure.selection;

import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.NamedGroups;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
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
