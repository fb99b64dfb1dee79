package org.chikei.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.Table;
import org.chikei.api.text.Words;

/**
 * A simulated generalised Langevin equation in words, numbers and figures.
 *
 * @param coordinate the coordinate
 * @param along how it is called, the isometric one where that is used
 * @param memory the memory kernel
 * @param simulation the simulation
 * @param units the units
 * @param kT the thermal energy
 */
record SimulationResult(
    CoordinateInfo coordinate,
    String along,
    Memory memory,
    Simulation simulation,
    MemoryUnits units,
    double kT) {
  /** A velocity correlation that is farther off than this is worth a warning. */
  private static final double FAR = 0.1;

  /** A density that is farther off than this, in kT, is worth a warning. */
  private static final double DEEP = 0.25;

  /** Passages that are fewer are a guess. */
  private static final int FEW = 10;

  String headline() {
    Quantity off = simulation.landscape().largestFromVm();
    StringBuilder text = new StringBuilder(" A simulation with the fitted kernel has the velocity");
    text.append(" correlation of the data to ").append(Words.percent(simulation.distance()));
    if (!Double.isNaN(off.value())) {
      text.append(" and the density e^(-Vm/kT) to ");
      text.append(Words.withError(off.value(), off.error())).append(" kT");
    }
    for (Simulation.Crossing crossing : simulation.crossings()) {
      text.append("; it passes from ").append(place(crossing.from())).append(" to ");
      text.append(place(crossing.to())).append(" in ");
      text.append(time(crossing.simulated().there())).append(" (data: ");
      text.append(time(crossing.data().there())).append(") and back in ");
      text.append(time(crossing.simulated().back())).append(" (data: ");
      text.append(time(crossing.data().back())).append(')');
    }
    return text.append('.').toString();
  }

  private String place(int cell) {
    return MemoryUnits.with(Words.number(middle(cell), 3), lengthUnit());
  }

  private double middle(int cell) {
    return simulation.landscape().axis().middle(cell);
  }

  private String lengthUnit() {
    return units.reduced() ? "" : coordinate.unit();
  }

  private String time(Quantity time) {
    return Double.isNaN(time.value())
        ? "no time known"
        : MemoryUnits.with(Words.withError(time.value(), time.error()), units.time());
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("frames", simulation.frames());
    fields.put("velocity_distance", simulation.distance());
    fields.put("velocity_noise", simulation.noise());
    fields.put("largest_difference_from_vm", simulation.landscape().largestFromVm());
    fields.put("largest_difference_from_data", simulation.landscape().largestFromData());
    List<Object> passages = new ArrayList<>();
    for (Simulation.Crossing crossing : simulation.crossings()) {
      passages.add(passage(crossing.from(), crossing.to(), crossing, true));
      passages.add(passage(crossing.to(), crossing.from(), crossing, false));
    }
    fields.put("passages", passages);
    return fields;
  }

  private Map<String, Object> passage(
      int from, int to, Simulation.Crossing crossing, boolean there) {
    Passages data = crossing.data();
    Passages run = crossing.simulated();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", new Quantity(middle(from), Double.NaN, lengthUnit()));
    fields.put("to", new Quantity(middle(to), Double.NaN, lengthUnit()));
    fields.put("time", there ? data.there() : data.back());
    fields.put("count", there ? data.countThere() : data.countBack());
    fields.put("simulated_time", there ? run.there() : run.back());
    fields.put("simulated_count", there ? run.countThere() : run.countBack());
    return fields;
  }

  List<Column> velocityColumns() {
    String unit = units.product(0, 0, "ps^2");
    return List.of(
        Column.of("c_vv_err", unit, memory.velocityErrors()[0]),
        Column.of("c_vv_simulated", unit, filled(simulation.velocity())),
        Column.of("c_vv_simulated_err", unit, filled(simulation.velocityErrors())));
  }

  /** Up to the last lag of the memory. */
  private double[] filled(double[] values) {
    double[] filled = Arrays.copyOf(values, memory.lags() + 1);
    Arrays.fill(filled, values.length, filled.length, Double.NaN);
    return filled;
  }

  List<Table> tables() {
    SimulatedLandscape l = simulation.landscape();
    double[] r = middles();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("r", lengthUnit(), r));
    String[] names = {"Vm", "Vm_err", "G_simulated", "G_simulated_err", "G", "G_err"};
    double[][] values = {
      l.vm(), l.vmErrors(), l.simulated(), l.simulatedErrors(), l.data(), l.dataErrors()
    };
    for (int q = 0; q < names.length; q++) {
      columns.add(Column.of(names[q], units.energy(), energies(values[q])));
    }
    return List.of(new Table("memory-landscape", columns), passagesTable());
  }

  private double[] middles() {
    double[] r = new double[simulation.landscape().axis().intervals()];
    Arrays.setAll(r, this::middle);
    return r;
  }

  private double[] energies(double[] inKT) {
    return Arrays.stream(inKT).map(y -> kT * y).toArray();
  }

  private Table passagesTable() {
    int rows = 2 * simulation.crossings().size();
    double[][] columns = new double[8][rows];
    int row = 0;
    for (Simulation.Crossing crossing : simulation.crossings()) {
      for (boolean there : new boolean[] {true, false}) {
        Passages data = crossing.data();
        Passages run = crossing.simulated();
        Quantity seen = there ? data.there() : data.back();
        Quantity simulated = there ? run.there() : run.back();
        columns[0][row] = middle(there ? crossing.from() : crossing.to());
        columns[1][row] = middle(there ? crossing.to() : crossing.from());
        columns[2][row] = seen.value();
        columns[3][row] = seen.error();
        columns[4][row] = there ? data.countThere() : data.countBack();
        columns[5][row] = simulated.value();
        columns[6][row] = simulated.error();
        columns[7][row] = there ? run.countThere() : run.countBack();
        row++;
      }
    }
    return new Table(
        "memory-passages",
        List.of(
            Column.of("from", lengthUnit(), columns[0]),
            Column.of("to", lengthUnit(), columns[1]),
            Column.of("time", units.time(), columns[2]),
            Column.of("time_err", units.time(), columns[3]),
            Column.counts("count", columns[4]),
            Column.of("simulated_time", units.time(), columns[5]),
            Column.of("simulated_time_err", units.time(), columns[6]),
            Column.counts("simulated_count", columns[7])));
  }

  /** ⟨ṙ(t) ṙ(0)⟩ of the simulation by that of the data at 0, as a curve. */
  Exhibit.Curve velocityCurve(double[] times) {
    double square = memory.velocity()[0][0];
    return new Exhibit.Curve(
        "simulated",
        times,
        Arrays.stream(filled(simulation.velocity())).map(x -> x / square).toArray(),
        Arrays.stream(filled(simulation.velocityErrors())).map(x -> x / square).toArray(),
        true);
  }

  List<Exhibit> exhibits() {
    SimulatedLandscape l = simulation.landscape();
    Axis energy = Axis.of("G, Vm", units.energy());
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(
        new Exhibit.Curves(
            "Density of a simulation along " + along,
            "−kT ln ρ of a generalised Langevin equation with the mean force and the fitted kernel, run"
                + " from frames of the data, beside Vm (dashed), which it should have, and −kT ln ρ of the"
                + " data. All are as high as Vm in the mean.",
            Axis.of(along, lengthUnit()),
            units.reduced() ? energy : energy.alsoIn("kT", kT),
            List.of(
                curve("simulated", l.simulated(), l.simulatedErrors(), false),
                curve("G", l.data(), l.dataErrors(), false),
                curve("Vm", l.vm(), l.vmErrors(), true))));
    if (!simulation.crossings().isEmpty()) {
      exhibits.add(passagesGrid());
    }
    return exhibits;
  }

  private Exhibit.Curve curve(String label, double[] y, double[] error, boolean dashed) {
    return new Exhibit.Curve(label, middles(), energies(y), energies(error), dashed);
  }

  private Exhibit passagesGrid() {
    String unit = units.time().isEmpty() ? "" : ", " + units.time();
    List<List<Object>> rows = new ArrayList<>();
    for (Simulation.Crossing crossing : simulation.crossings()) {
      Passages data = crossing.data();
      Passages run = crossing.simulated();
      String from = place(crossing.from());
      String to = place(crossing.to());
      rows.add(List.of(from, to, data.there(), data.countThere(), run.there(), run.countThere()));
      rows.add(List.of(to, from, data.back(), data.countBack(), run.back(), run.countBack()));
    }
    return new Exhibit.Grid(
        "Mean first-passage times between the wells of Vm",
        List.of("from", "to", "data" + unit, "passages", "simulated" + unit, "passages"),
        rows);
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    String name = "'" + coordinate.name() + "'";
    if (simulation.distance() > Math.max(FAR, 3 * simulation.noise())) {
      warnings.add(
          "the generalised Langevin equation of "
              + name
              + ", simulated, has a velocity correlation that is "
              + Words.percent(simulation.distance())
              + " from that of the data; follow the kernel with another 'to', or look for a coordinate"
              + " that its memory does not depend on");
    }
    Quantity off = simulation.landscape().largestFromData();
    if (off.value() > DEEP + 3 * off.error()) {
      warnings.add(
          "the density of the simulated "
              + name
              + " is "
              + Words.withError(off.value(), off.error())
              + " kT from that of the data; run longer, so that all wells are visited often"
              + (memory.masses().get(0).significant() && !memory.isometric()
                  ? ", or use along: isometric"
                  : ""));
    }
    for (Simulation.Crossing crossing : simulation.crossings()) {
      int seen = Math.min(crossing.data().countThere(), crossing.data().countBack());
      if (seen < FEW) {
        warnings.add(
            "the data pass between the wells of "
                + name
                + " at "
                + place(crossing.from())
                + " and "
                + place(crossing.to())
                + (seen == 0 ? " never" : " only " + (seen == 1 ? "once" : seen + " times"))
                + " in one of the two directions; run longer before you trust the times of passage");
      }
    }
    return warnings;
  }
}
