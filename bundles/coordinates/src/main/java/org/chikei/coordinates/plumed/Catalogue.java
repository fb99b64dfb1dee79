package org.chikei.coordinates.plumed;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is done with each action, by its name. */
final class Catalogue {
  /** Translates one action. */
  interface Entry {
    void translate(Action action, Translation into) throws UnreadException, IOException;
  }

  private static final Map<String, Entry> ENTRIES = new TreeMap<>();

  static {
    SetupActions.addTo(ENTRIES);
    PointActions.addTo(ENTRIES);
    FunctionActions.addTo(ENTRIES);
    PairActions.addTo(ENTRIES);
    ShapeActions.addTo(ENTRIES);
  }

  /** Actions that compute no value of their own and change none. */
  private static final Set<String> SILENT =
      Set.of(
          "PRINT",
          "FLUSH",
          "DEBUG",
          "RESTART",
          "DUMPATOMS",
          "DUMPDERIVATIVES",
          "DUMPFORCES",
          "DUMPPROJECTIONS",
          "DUMPMASSCHARGE",
          "DUMPVECTOR",
          "DUMPPDB",
          "DUMPGRID",
          "UPDATE_IF",
          "RANDOM_EXCHANGES",
          "COMMITTOR",
          "TIME");

  private static final Set<String> BIASES =
      Set.of(
          "ABMD",
          "BIASVALUE",
          "CALIBER",
          "DRR",
          "EDS",
          "EXTENDED_LAGRANGIAN",
          "EXTERNAL",
          "FISST",
          "LOWER_WALLS",
          "MAXENT",
          "MAZE",
          "METAD",
          "METAINFERENCE",
          "MOVINGRESTRAINT",
          "OPES_EXPANDED",
          "OPES_METAD",
          "OPES_METAD_EXPLORE",
          "PBMETAD",
          "RESTRAINT",
          "REWEIGHT_BIAS",
          "UPPER_WALLS",
          "VES_LINEAR_EXPANSION");

  private Catalogue() {}

  static void translate(Action action, Translation into) throws UnreadException, IOException {
    Entry entry = ENTRIES.get(action.name());
    if (entry != null) {
      entry.translate(action, into);
    } else if (BIASES.contains(action.name())) {
      String sentence =
          "it biases a run and is not read; where the trajectory was made with it, give its frames"
              + " their weights (source.weights)";
      if (!action.label().isEmpty()) {
        throw new UnreadException(sentence);
      }
      into.note(action, action.name() + ": " + sentence);
    } else if (!SILENT.contains(action.name())) {
      throw new UnreadException("the action has no counterpart");
    } else if (!action.label().isEmpty()) {
      throw new UnreadException("it is no function of positions");
    }
  }
}
