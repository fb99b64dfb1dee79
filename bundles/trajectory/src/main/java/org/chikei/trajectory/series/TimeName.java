package org.chikei.trajectory.series;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.trajectory.text.UnitChoice;

/** Names of columns with a unit behind them, and names that mean the time. */
final class TimeName {
  private static final Pattern WITH_UNIT =
      Pattern.compile("(.*?)\\s*(?:\\(([^()]*)\\)|\\[([^\\[\\]]*)\\])");
  private static final Pattern TIME = Pattern.compile("(?i:(simulation )?time)|t");

  private static final int LONGEST = 200;

  private TimeName() {}

  /** The unit at the end of a name, in brackets; empty where there is none. */
  static String unit(String name) {
    Matcher matcher = withUnit(name);
    if (matcher == null) {
      return "";
    }
    return (matcher.group(2) != null ? matcher.group(2) : matcher.group(3)).strip();
  }

  /** A name without the unit behind it. */
  static String bare(String name) {
    Matcher matcher = withUnit(name);
    return matcher == null ? name.strip() : matcher.group(1);
  }

  /** A name with a unit: after a blank, lest {@code cos(phi)} be read as one, or after the time. */
  private static Matcher withUnit(String name) {
    if (name.length() > LONGEST) {
      return null;
    }
    Matcher matcher = WITH_UNIT.matcher(name.strip());
    if (!matcher.matches() || matcher.group(1).isEmpty()) {
      return null;
    }
    boolean apart = matcher.group(3) != null || name.strip().charAt(matcher.end(1)) <= ' ';
    return apart || TIME.matcher(matcher.group(1)).matches() ? matcher : null;
  }

  /** Whether a name means the time. */
  static boolean isTime(String name) {
    return TIME.matcher(bare(name)).matches();
  }

  /** A unit of time in ps; 1 where it is not known. */
  static double factor(String unit) {
    double factor = unit.equalsIgnoreCase("us") ? 1e6 : UnitChoice.time(unit);
    return Double.isNaN(factor) ? 1 : factor;
  }
}
