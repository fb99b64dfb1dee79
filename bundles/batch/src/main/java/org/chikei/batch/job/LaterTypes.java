package org.chikei.batch.job;

import java.util.Map;

/** Types that bundles beside those installed bring, so that a message can name the bundle. */
final class LaterTypes {
  private static final Map<String, String> BUNDLES =
      Map.ofEntries(
          Map.entry("position", "org.chikei.coordinates"),
          Map.entry("distance", "org.chikei.coordinates"),
          Map.entry("angle", "org.chikei.coordinates"),
          Map.entry("torsion", "org.chikei.coordinates"),
          Map.entry("linear-combination", "org.chikei.coordinates"),
          Map.entry("column", "org.chikei.coordinates"),
          Map.entry("irc", "org.chikei.coordinates"),
          Map.entry("path", "org.chikei.coordinates"),
          Map.entry("comparison", "org.chikei.landscape"),
          Map.entry("free-energy", "org.chikei.landscape"),
          Map.entry("flow", "org.chikei.landscape"),
          Map.entry("conditional-average", "org.chikei.landscape"),
          Map.entry("hierarchy", "org.chikei.memory"),
          Map.entry("memory", "org.chikei.memory"),
          Map.entry("time-scale", "org.chikei.landscape"),
          Map.entry("csv", "org.chikei.report"),
          Map.entry("json", "org.chikei.report"),
          Map.entry("html", "org.chikei.report"));

  private LaterTypes() {}

  /** What to add to a message about a type that is not installed. */
  static String hint(String type) {
    String bundle = BUNDLES.get(type);
    return bundle == null ? "" : "; the bundle " + bundle + " brings it";
  }
}
