package org.chikei.report;

import java.util.List;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Exhibit.Curve;
import org.chikei.api.result.Exhibit.Curves;
import org.chikei.api.result.StepResult;

/** What the symbols in the figures stand for, said once on the page for those that occur. */
final class Symbols {
  private static final String[] MEANINGS = {
    "G",
    "Free-energy landscape, −kT ln ρ: how often each value of the coordinate is visited.",
    "Vm",
    "Potential of mean force: the energy whose slope is the mean force along the coordinate."
        + " Integrated, it is −m* ∫ ⟨R̈; r⟩ dr; of low variance, the same from G and D alone, with"
        + " smaller errors. m*, one constant mass for each coordinate, makes it an energy and stands"
        + " beside every Vm.",
    "Vm_gd",
    "The same potential of mean force from G and D alone, without forces: smaller errors.",
    "G_Ching",
    "The free energy rebuilt from the mean force and the squared velocity, after Ching. Where it"
        + " leaves G by more than the errors, sampling or derivatives are not sound.",
    "G_iso",
    "G along the isometric coordinate s, in which the mass is constant: there G and Vm are the"
        + " same, and no relabelling of the coordinate changes it.",
    "G_geo",
    "Geometric free energy, −kT ln(ρ ⟨|∇R|⟩), which no relabelling of the coordinate changes"
        + " either.",
    "D",
    "Mean squared velocity ⟨Ṙ²; r⟩.",
    "m",
    "Effective mass kT/D. Where it changes along the coordinate, G and Vm part.",
    "c",
    "m* D/kT: 1 everywhere exactly where G and Vm are one and the same.",
  };

  private Symbols() {}

  /**
   * Appends a list of the symbols that the figures of the steps use.
   *
   * @param out where to append; nothing is appended if no symbol is known
   * @param steps the steps
   */
  static void append(StringBuilder out, List<StepResult> steps) {
    boolean any = false;
    for (int i = 0; i < MEANINGS.length; i += 2) {
      if (occurs(MEANINGS[i], steps)) {
        if (!any) {
          out.append("<section class=\"symbols\"><h2>Which curve is which</h2><dl>\n");
          any = true;
        }
        out.append("<div><dt>");
        Typesetting.prose(out, MEANINGS[i]);
        out.append("</dt><dd>");
        Typesetting.prose(out, MEANINGS[i + 1]);
        out.append("</dd></div>\n");
      }
    }
    if (any) {
      out.append("</dl></section>\n");
    }
  }

  private static boolean occurs(String symbol, List<StepResult> steps) {
    for (StepResult step : steps) {
      for (Exhibit exhibit : step.exhibits()) {
        if (exhibit instanceof Curves figure) {
          for (Curve curve : figure.curves()) {
            if (beginsWith(curve.label(), symbol)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean beginsWith(String label, String symbol) {
    int end = symbol.length();
    return label.startsWith(symbol)
        && (label.length() == end
            || label.charAt(end) != '_' && !Character.isLetterOrDigit(label.charAt(end)));
  }
}
