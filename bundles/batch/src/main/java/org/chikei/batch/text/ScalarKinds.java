package org.chikei.batch.text;

import java.util.regex.Pattern;

/** Tells plain scalars apart, by the core schema of YAML 1.2. */
final class ScalarKinds {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern REAL =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

  private ScalarKinds() {}

  static JobNode.Kind ofPlain(String text) {
    if (WHOLE.matcher(text).matches()) {
      return JobNode.Kind.WHOLE;
    }
    if (REAL.matcher(text).matches()) {
      return JobNode.Kind.REAL;
    }
    if (FLAG.matcher(text).matches()) {
      return JobNode.Kind.FLAG;
    }
    return NOTHING.matcher(text).matches() ? JobNode.Kind.NOTHING : JobNode.Kind.TEXT;
  }
}
