package org.chikei.batch.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;

/** What there is to say of windows that were joined: free energies, overlap, and warnings. */
public final class WindowReport {
  /** The name and type of the result. */
  public static final String NAME = "windows";

  private final Joined joined;
  private final List<CoordinateInfo> coordinates;
  private final String energy;
  private final WindowErrors errors;
  private final double[] f;
  private final double[][] overlap;
  private final int windows;

  /**
   * Makes a report.
   *
   * @param joined the windows
   * @param coordinates the restrained coordinates
   * @param reduced whether the source is in reduced units
   */
  public WindowReport(Joined joined, List<CoordinateInfo> coordinates, boolean reduced) {
    this.joined = joined;
    this.coordinates = List.copyOf(coordinates);
    this.energy = reduced ? "" : "kJ/mol";
    this.errors = new WindowErrors(joined);
    this.f = joined.freeEnergies();
    this.overlap = joined.overlap();
    this.windows = joined.count();
  }

  /**
   * The report.
   *
   * @return the result of a step {@code windows}
   */
  public StepResult result() {
    List<String> warnings = new ArrayList<>(new WindowOverlap(overlap).warnings());
    warnings.addAll(new WindowAgreement(joined, errors).warnings(coordinates));
    return new StepResult(
        NAME,
        NAME,
        coordinates.stream().map(CoordinateInfo::name).toList(),
        headline(),
        fields(),
        List.of(table(), overlapTable()),
        exhibits(),
        warnings);
  }

  private String headline() {
    return windows
        + " windows along "
        + String.join(" and ", coordinates.stream().map(CoordinateInfo::name).toList())
        + " were joined by MBAR; their restraints were "
        + (joined.restraints().inForces() ? "taken out of the forces" : "not part of the forces")
        + ".";
  }

  private Map<String, Object> fields() {
    List<Object> each = new ArrayList<>();
    for (int k = 0; k < windows; k++) {
      Map<String, Object> window = new LinkedHashMap<>();
      window.put("window", k + 1);
      window.put("centre", numbers(joined.restraints().centres()[k]));
      window.put("force_constant", numbers(joined.restraints().constants()[k]));
      window.put("frames", (long) joined.counts()[k]);
      window.put("inefficiency", errors.inefficiency(k));
      window.put("F", new Quantity(joined.kT() * f[k], error(k, 0), energy));
      each.add(window);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", "MBAR");
    fields.put("forces_include_bias", joined.restraints().inForces());
    fields.put("windows", each);
    List<Object> rows = new ArrayList<>();
    for (double[] row : overlap) {
      rows.add(numbers(row));
    }
    fields.put("overlap", rows);
    return fields;
  }

  private double error(int window, int from) {
    return joined.kT() * errors.difference(window, from);
  }

  private static List<Object> numbers(double[] row) {
    List<Object> numbers = new ArrayList<>();
    for (double number : row) {
      numbers.add(number);
    }
    return numbers;
  }

  private interface ByWindow {
    double of(int window);
  }

  private double[] column(ByWindow function) {
    double[] column = new double[windows];
    for (int k = 0; k < windows; k++) {
      column[k] = function.of(k);
    }
    return column;
  }

  private Table table() {
    Restraints restraints = joined.restraints();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.counts("window", column(k -> k + 1)));
    columns.add(Column.counts("frames", joined.counts()));
    columns.add(Column.of("inefficiency", "", column(errors::inefficiency)));
    columns.add(Column.of("F", energy, column(k -> joined.kT() * f[k])));
    columns.add(Column.of("F_err", energy, column(k -> error(k, 0))));
    columns.add(Column.of("step_err", energy, column(k -> k == 0 ? Double.NaN : error(k, k - 1))));
    for (int a = 0; a < coordinates.size(); a++) {
      int coordinate = a;
      String unit = coordinates.get(a).unit();
      String of = coordinates.size() == 1 ? "" : "_" + coordinates.get(a).name();
      String stiffness = unit.isEmpty() ? energy : energy + "/" + unit + "^2";
      columns.add(Column.of("centre" + of, unit, column(k -> restraints.centres()[k][coordinate])));
      columns.add(
          Column.of(
              "force_constant" + of,
              stiffness,
              column(k -> restraints.constants()[k][coordinate])));
      columns.add(Column.of("mean" + of, unit, column(k -> errors.mean(k, coordinate))));
    }
    return new Table(NAME, columns);
  }

  private Table overlapTable() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.counts("window", column(k -> k + 1)));
    for (int j = 0; j < windows; j++) {
      int other = j;
      columns.add(Column.of(Integer.toString(j + 1), "", column(k -> overlap[k][other])));
    }
    return new Table("overlap", columns);
  }

  private List<Exhibit> exhibits() {
    double[] numbers = column(k -> k + 1);
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(
        new Exhibit.Curves(
            "Free energies of the windows",
            "F = −kT ln Z of the system with each window's restraint, against the first; the band is one"
                + " standard error.",
            Axis.of("window", ""),
            Axis.of("F", energy),
            List.of(
                new Exhibit.Curve(
                    "F",
                    numbers,
                    column(k -> joined.kT() * f[k]),
                    column(k -> error(k, 0)),
                    false))));
    exhibits.add(
        new Exhibit.Field(
                "Overlap of the windows",
                "Which part of the frames of one window (across) could as well have come from another (up);"
                    + " neighbours should share 0.03 or more.",
                Axis.of("window", ""),
                Axis.of("window", ""),
                numbers,
                numbers,
                overlap,
                "")
            .onScale(0, 1));
    return exhibits;
  }
}
