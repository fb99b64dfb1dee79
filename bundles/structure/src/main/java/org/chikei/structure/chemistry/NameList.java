package org.chikei.structure.chemistry;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that a job accepts, no two alike whatever their case. */
final class NameList {
  private final Set<String> taken = new HashSet<>();

  /**
   * A name near to what one would call something.
   *
   * @param wanted the name that is wanted; what no name may hold becomes {@code _}
   * @return that name, or with a number behind it where it is taken
   */
  String take(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_]", "_");
    String name = plain;
    for (int k = 2; !taken.add(name.toLowerCase(Locale.ROOT)); k++) {
      name = plain + "_" + k;
    }
    return name;
  }
}
