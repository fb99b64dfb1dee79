package org.chikei.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chikei.api.result.Axis;
import org.chikei.api.result.Column;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.Exhibit.Curve;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.MapLayer;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;

/**
 * A result as a job gives it: united-atom butane at 300 K, whose torsion has the free energy of its
 * torsion potential and a mass that varies 2.17-fold, and a bond, along which the mass is constant.
 */
final class SampleJob {
  private static final double KT = 2.494338785;
  private static final double REFERENCE_MASS = 0.06273;
  private static final int BINS = 72;

  private SampleJob() {}

  static JobResult butane() {
    return job(List.of(torsion("phi", 7), bond("b", 8), plane("phi-theta")));
  }

  static JobResult manyComparisons(int count) {
    List<StepResult> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(torsion("phi" + i, i));
    }
    return job(steps);
  }

  static JobResult job(List<StepResult> steps) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("trajectory", List.of("butane.trr"));
    source.put("structure", "butane.pdb");
    source.put("masses", masses());
    source.put("temperature", 300);
    settings.put("title", "Butane, united atoms, in vacuum");
    settings.put("source", source);
    Map<String, Object> phi = new LinkedHashMap<>();
    phi.put("name", "phi");
    phi.put("type", "torsion");
    phi.put("atoms", List.of(1, 2, 3, 4));
    settings.put("coordinates", List.of(phi));
    settings.put("kinetics", "auto");
    settings.put("output", Map.of("formats", List.of("csv", "json", "html")));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("started", "2026-01-01T12:00:00Z");
    run.put("seconds", 0.84);
    run.put("threads", 2);
    return new JobResult(
        "Butane, united atoms, in vacuum",
        steps,
        Map.of("cc", "Step 'cc': no frame lies in the range 0.9 to 1 nm; widen the range."),
        settings,
        List.of(
            "The run crosses between its basins only 204 times: populations across basins are"
                + " guesses; a run of ten times the length would settle them."),
        List.of("Bonds were told from distances, since butane.pdb has none."),
        List.of(
            new JobResult.Input("butane.trr", "9f".repeat(32)),
            new JobResult.Input("butane.pdb", "03".repeat(32))),
        run,
        Optional.of(structure()));
  }

  static Structure structure() {
    return new Structure(
        List.of(
            new Atom(1, "C", "C1", "BUT", 1, "", 15.035),
            new Atom(2, "C", "C2", "BUT", 1, "", 14.027),
            new Atom(3, "C", "C3", "BUT", 1, "", 14.027),
            new Atom(4, "C", "C4", "BUT", 1, "", 15.035)),
        List.<Bond>of(),
        true,
        null,
        "butane.pdb");
  }

  private static Map<String, Object> masses() {
    Map<String, Object> masses = new LinkedHashMap<>();
    masses.put("1", 15.035);
    masses.put("2", 14.027);
    return masses;
  }

  private static double potential(double phi) {
    return 0.5
        * (5.90380 * (1 + Math.cos(phi))
            - 1.13394 * (1 - Math.cos(2 * phi))
            + 13.15880 * (1 + Math.cos(3 * phi)));
  }

  /** A smooth curve through the effective masses of trans, gauche and cis, in amu nm². */
  private static double mass(double phi) {
    return 0.03266 + 0.03817 * Math.pow((1 - Math.cos(phi)) / 2, 1.455);
  }

  static StepResult torsion(String name, long seed) {
    Random random = new Random(seed);
    double[] r = new double[BINS];
    double[][] y = new double[12][BINS];
    double[] g = y[0];
    double[] vm = y[1];
    double[] vmGd = y[2];
    double[] gChing = y[3];
    double[] gIso = y[4];
    double walk = 0;
    double walk2 = 0;
    for (int i = 0; i < BINS; i++) {
      r[i] = Math.toRadians(-180 + 5 * (i + 0.5));
      double u = potential(r[i]);
      double count = 7000 * Math.exp(-u / KT);
      boolean empty = count < 6;
      double error = KT / Math.sqrt(count / 12 + 1);
      walk = 0.93 * walk + 0.1 * random.nextGaussian();
      walk2 = 0.97 * walk2 + 0.14 * random.nextGaussian();
      double d = KT / mass(r[i]);
      double low = 0;
      for (int k = 1; k <= 200; k++) {
        double from = Math.PI + (r[i] - Math.PI) * (k - 1) / 200;
        double to = Math.PI + (r[i] - Math.PI) * k / 200;
        low += REFERENCE_MASS / mass((from + to) / 2) * (potential(to) - potential(from));
      }
      low -= REFERENCE_MASS * (d - KT / mass(Math.PI));
      g[i] = empty ? Double.NaN : u + 0.5 * error * random.nextGaussian();
      vmGd[i] = empty ? Double.NaN : low + 0.1 * walk;
      vm[i] = empty ? Double.NaN : low + 1.2 * walk2;
      gChing[i] = empty ? Double.NaN : u + 0.3 * walk;
      gIso[i] = empty ? Double.NaN : u + 0.5 * KT * Math.log(mass(r[i]) / REFERENCE_MASS) + 0.4;
      y[5][i] = empty ? Double.NaN : d * (1 + 0.01 * random.nextGaussian());
      y[6][i] = empty ? Double.NaN : KT / y[5][i];
      y[7][i] = error;
      y[8][i] = 0.55 + 0.4 * Math.abs(Math.sin(r[i]));
      y[9][i] = 0.01 * y[5][i];
      y[10][i] = empty ? Double.NaN : gChing[i] - g[i];
      y[11][i] = Math.rint(count);
    }
    for (int c = 0; c < 5; c++) {
      double least = Double.POSITIVE_INFINITY;
      for (double value : y[c]) {
        least = value < least ? value : least;
      }
      for (int i = 0; i < BINS; i++) {
        y[c][i] -= least;
      }
    }
    Axis x = new Axis("phi", "rad", -Math.PI, Math.PI);
    Axis energy = Axis.of("energy", "kJ/mol").alsoIn("kT", KT);
    List<Exhibit> exhibits = new ArrayList<>();
    String headline =
        "G and Vm differ along "
            + name
            + " (p < 0.001): the effective mass varies 2.2-fold, and"
            + " the gauche wells, 3.5 kJ/mol above trans on G, lie 2.7 ± 0.3 below it on Vm.";
    exhibits.add(
        new Exhibit.Text(
            headline
                + " In the trans well the molecule is heavier along the torsion than in the gauche wells,"
                + " so the mean force, which G does not feel, pushes it harder there."));
    exhibits.add(
        new Exhibit.Curves(
            "Landscapes",
            "Each curve is zero at its lowest value. Where G and Vm part, the mass changes along"
                + " phi; where G_Ching leaves G, the sampling is poor.",
            x,
            energy,
            List.of(
                new Curve("G", r, g, y[7], false),
                new Curve("Vm (low variance)", r, vmGd, y[7], false),
                new Curve("Vm (integrated)", r, vm, y[8], true),
                new Curve("G_Ching", r, gChing, y[7], true),
                new Curve("G_iso", r, gIso, null, true))));
    exhibits.add(barriers());
    double[] one = new double[BINS];
    java.util.Arrays.fill(one, REFERENCE_MASS);
    exhibits.add(
        new Exhibit.Curves(
            "Effective mass",
            "The dashed line is the reference mass m*. Condition (21) asks for a constant.",
            x,
            Axis.of("m", "amu nm²"),
            List.of(
                new Curve("m(r)", r, y[6], scaled(y[6], 0.01), false),
                new Curve("m*", r, one, null, true))));
    exhibits.add(
        new Exhibit.Curves(
            "Mean squared velocity",
            "",
            x,
            Axis.of("D", "rad²/ps²"),
            List.of(new Curve("D", r, y[5], y[9], false))));
    exhibits.add(shares(x, r, g));
    exhibits.add(
        new Exhibit.Molecule(
            "Which atoms make the mass change",
            "The stronger the mark, the more the atom's share changes along phi.",
            Map.of(0, 0.9, 1, 1.0, 2, 1.0, 3, 0.9),
            Map.of(0, "CH3", 1, "CH2")));
    exhibits.add(
        new Exhibit.Curves(
            "Ching residual",
            "Zero within its error where sampling and derivatives are sound.",
            x,
            Axis.of("G − G_Ching", "kJ/mol"),
            List.of(new Curve("residual", r, y[10], scaled(y[7], 0.4), false))));
    exhibits.add(
        new Exhibit.Curves(
            "Isometric coordinate",
            "",
            x,
            Axis.of("energy", "kJ/mol"),
            List.of(new Curve("G_iso", r, gIso, null, false), new Curve("G", r, g, y[7], false))));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("r", "rad", r));
    columns.add(Column.counts("count", y[11]));
    for (int c = 0; c < 23; c++) {
      columns.add(Column.of("c" + c, "kJ/mol", y[c % 11]));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", "differ");
    fields.put("condition", Map.of("p_value", 0.0001));
    fields.put("reference_mass", new Quantity(REFERENCE_MASS, 0.0002, "amu nm²"));
    fields.put("transitions", 204);
    return new StepResult(
        "comparison",
        name,
        List.of(name),
        headline,
        fields,
        List.of(new Table("comparison", columns)),
        exhibits,
        List.of(
            "Vm does not close around the circle: it fails by 1.3 ± 0.4 kJ/mol, as it may"
                + " where the mass changes."));
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private static Exhibit barriers() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(barrier("trans → gauche+", -2.1, 13.81, 0.21, 16.72, 0.35));
    rows.add(barrier("gauche+ → trans", -2.1, 10.34, 0.24, 11.9, 0.41));
    rows.add(barrier("gauche+ → gauche−", 0.0, 15.6, 1.2, Double.NaN, Double.NaN));
    return new Exhibit.Grid(
        "Barriers",
        List.of("from → to", "at", "ΔG‡", "ΔVm‡", "ΔVm‡ − ΔG‡", "TST rate", "observed rate"),
        rows);
  }

  private static List<Object> barrier(
      String name, double at, double g, double gError, double vm, double vmError) {
    return List.of(
        name,
        new Quantity(at, 0.03, "rad"),
        new Quantity(g, gError, "kJ/mol"),
        new Quantity(vm, vmError, "kJ/mol"),
        new Quantity(vm - g, Math.hypot(gError, vmError) / 2, "kJ/mol"),
        new Quantity(0.0123, 0.0011, "1/ps"),
        new Quantity(0.00021, 0.00003, "1/ps"));
  }

  private static Exhibit shares(Axis x, double[] r, double[] g) {
    Map<String, double[]> layers = new LinkedHashMap<>();
    String[] names = {"1 BUT.C1", "2 BUT.C2", "3 BUT.C3", "4 BUT.C4"};
    for (int k = 0; k < 4; k++) {
      double[] share = new double[BINS];
      for (int i = 0; i < BINS; i++) {
        double inner = 0.32 + 0.1 * Math.cos(r[i]);
        share[i] = Double.isNaN(g[i]) ? Double.NaN : k == 1 || k == 2 ? inner : 0.5 - inner;
      }
      layers.put(names[k], share);
    }
    return new Exhibit.Stack(
        "Shares of the inverse mass by atom",
        "Each atom's share of g = Σ |∇R|²/m.",
        x,
        Axis.of("share of 1/m(r), where the mean of 1/m is 1", ""),
        r,
        layers);
  }

  static StepResult bond(String name, long seed) {
    Random random = new Random(seed);
    double[] r = new double[40];
    double[] g = new double[40];
    double[] vm = new double[40];
    double[] error = new double[40];
    double[] d = new double[40];
    for (int i = 0; i < 40; i++) {
      r[i] = 0.1451 + 0.00045 * i;
      double u = 130000 * (r[i] - 0.154) * (r[i] - 0.154) - 2 * KT * Math.log(r[i] / 0.154);
      error[i] = 0.02 + 0.004 * u;
      g[i] = u + error[i] * random.nextGaussian();
      vm[i] = u + 0.4 * error[i] * random.nextGaussian();
      d[i] = 0.3436952 * (1 + 1e-12 * random.nextGaussian());
    }
    Axis x = Axis.of(name, "nm");
    return new StepResult(
        "comparison",
        name,
        List.of(name),
        "G and Vm are equal along b: the mass is the same everywhere, as it must be along a"
            + " distance.",
        Map.of("verdict", "equal", "reference_mass", new Quantity(7.257, Double.NaN, "amu")),
        List.of(),
        List.of(
            new Exhibit.Curves(
                "Landscapes",
                "",
                x,
                Axis.of("energy", "kJ/mol").alsoIn("kT", KT),
                List.of(new Curve("G", r, g, error, false), new Curve("Vm", r, vm, error, false))),
            new Exhibit.Curves(
                "Mean squared velocity",
                "",
                x,
                Axis.of("D", "nm²/ps²"),
                List.of(new Curve("D", r, d, null, false))),
            new Exhibit.Curves("Nothing known", "", x, x, List.of())),
        List.of());
  }

  static StepResult plane(String name) {
    int nx = 72;
    int ny = 48;
    double[] xs = new double[nx];
    double[] ys = new double[ny];
    double[][] g = new double[nx][ny];
    double[][] signed = new double[nx][ny];
    for (int i = 0; i < nx; i++) {
      xs[i] = Math.toRadians(-180 + 5 * (i + 0.5));
      for (int k = 0; k < ny; k++) {
        ys[k] = Math.toRadians(96 + 36.0 / ny * (k + 0.5));
        double bend = (ys[k] - Math.toRadians(114)) / 0.07;
        double value = potential(xs[i]) + KT * bend * bend / 2 + 0.6 * bend * Math.sin(xs[i]);
        g[i][k] = value > 17 ? Double.NaN : value;
        signed[i][k] = value > 17 ? Double.NaN : 3 * bend * Math.sin(xs[i]) / (1 + bend * bend);
      }
    }
    Axis x = new Axis("phi", "rad", -Math.PI, Math.PI);
    Axis y = Axis.of("theta", "rad");
    return new StepResult(
        "free-energy",
        name,
        List.of("phi", "theta"),
        "Three basins, the deepest at 180°.",
        Map.of(),
        List.of(),
        List.of(
            new Exhibit.Field("G", "Zero at its lowest cell.", x, y, xs, ys, g, "kJ/mol"),
            new Exhibit.Field("Vm − G", "", x, y, xs, ys, signed, "kJ/mol"),
            new Exhibit.Field("G once more", "", x, y, xs, ys, g, "kJ/mol").onScale(0, 40),
            new Exhibit.Field("v", "", x, y, xs, ys, g, "kJ/mol")
                .with(List.of(new MapLayer.Arrows(signed, g, g)))),
        List.of());
  }
}
