package org.chikei.landscape.comparison;

import java.util.ArrayList;
import java.util.List;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.words.Places;

/** What a report shows of the same landscapes under another name of the same places. */
final class RelabelledExhibits {
  private final Comparison comparison;
  private final List<BarrierReport> barriers;
  private final Table table;
  private final ComparisonWords words;
  private final String energy;
  private final String name;
  private final String other;

  RelabelledExhibits(
      Comparison comparison, List<BarrierReport> barriers, Table table, ComparisonWords words) {
    this.comparison = comparison;
    this.barriers = barriers;
    this.table = table;
    this.words = words;
    this.energy = Places.energyUnit(comparison.overview().reducedUnits());
    this.name = comparison.settings().coordinate().name();
    this.other = comparison.relabelling().formula();
  }

  /**
   * All of them.
   *
   * @param x the axis of the coordinate
   */
  List<Exhibit> all(Axis x) {
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(figure(x));
    if (!barriers.isEmpty()) {
      exhibits.add(grid());
      exhibits.add(new Exhibit.Text(sentence()));
    }
    return exhibits;
  }

  private Exhibit.Curve curve(String label, String column, boolean dashed) {
    return new Exhibit.Curve(
        label,
        table.column("r").values(),
        table.column(column).values(),
        table.column(column + "_err").values(),
        dashed);
  }

  private Exhibit figure(Axis x) {
    Axis axis = Axis.of("energy", energy);
    List<Exhibit.Curve> curves = new ArrayList<>();
    curves.add(curve("G along " + name, "G", false));
    curves.add(curve("G along " + other, "G_relabelled", true));
    curves.add(curve("Vm along " + name, "Vm_gd", false));
    curves.add(curve("Vm along " + other + " (with the m* of that name)", "Vm_relabelled", true));
    if (comparison.kinetics() != null) {
      curves.add(curve("G_iso along either", "G_iso", false));
    }
    return new Exhibit.Curves(
        "What changes if " + name + " is written as " + other,
        "The same frames and the same places, named differently. G counts frames per unit of the"
            + " coordinate and Vm weighs forces with its mass, so both depend on the name (Vm with low"
            + " variance, m* the mean along each name). What is left unchanged is G_iso, and the geometric"
            + " free energy G_geo in the table.",
        x,
        energy.isEmpty() ? axis : axis.alsoIn("kT", comparison.kT()),
        curves);
  }

  private Exhibit grid() {
    List<List<Object>> rows = new ArrayList<>();
    for (BarrierReport barrier : barriers) {
      rows.add(
          List.of(
              words.place(barrier.fromPlace()) + " → " + words.place(barrier.toPlace()),
              barrier.height(Curves.G),
              barrier.height(Curves.G_RELABELLED),
              barrier.height(Curves.VM_GD),
              barrier.height(Curves.VM_RELABELLED),
              barrier.height(Curves.G_ISO),
              barrier.height(Curves.G_GEO)));
    }
    String unit = energy.isEmpty() ? "" : " / " + energy;
    return new Exhibit.Grid(
        "Barriers along " + name + " and along " + other,
        List.of(
            "from → to",
            "G along " + name + unit,
            "G along " + other + unit,
            "Vm along " + name + unit,
            "Vm along " + other + unit,
            "G_iso along either" + unit,
            "G_geo along either" + unit),
        rows);
  }

  /** Which barriers change with the name, by how much at most, and which do not. */
  String sentence() {
    return "Written as "
        + other
        + ", the barrier on G changes by "
        + largest(Curves.G, Curves.G_RELABELLED)
        + " and that on Vm by "
        + largest(Curves.VM_GD, Curves.VM_RELABELLED)
        + ", read at the same places; those on G_iso and G_geo do not change, nor do the rates. A barrier"
        + " to be compared with that of another coordinate or another work is best quoted from these.";
  }

  private String largest(int curve, int relabelled) {
    double largest = Double.NaN;
    for (BarrierReport barrier : barriers) {
      Quantity before = barrier.height(curve);
      Quantity behind = barrier.height(relabelled);
      double change = Math.abs(behind.value() - before.value());
      largest = Double.isNaN(largest) || change > largest ? change : largest;
    }
    return Double.isNaN(largest)
        ? "an amount that the run is too short to tell"
        : "up to " + Words.number(largest, 2) + (energy.isEmpty() ? "" : " " + energy);
  }
}
