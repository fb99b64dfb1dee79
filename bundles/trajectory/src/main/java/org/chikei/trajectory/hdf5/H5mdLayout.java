package org.chikei.trajectory.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.text.UnitChoice;

/** Finds its way through an H5MD file: groups of particles, each with elements over time. */
final class H5mdLayout {
  private static final String[] NAMES = {"position", "velocity", "force"};
  private static final int[][] POWERS = {{1, 0, 0}, {1, -1, 0}, {1, -2, 1}};
  private static final boolean[] OPEN = {false, false, false};

  private final Hdf5File file;
  private final TrajectoryOptions options;
  private final UnitChoice choice;
  private final List<String> notes = new ArrayList<>();
  private final StringJoiner assumed = new StringJoiner(", ");
  private boolean anyUnitMissing;
  private Group particles;
  private boolean still;

  private H5mdLayout(Hdf5File file, TrajectoryOptions options) throws InputException {
    this.file = file;
    this.options = options;
    this.choice = UnitChoice.of(file.file(), options, "nm", "nm/ps", "kJ/mol/nm", "ps");
  }

  /** Whether a file says that it is H5MD. */
  static boolean matches(Hdf5File file) throws IOException {
    return file.group(file.root(), "h5md") != null;
  }

  /** Reads what is where. */
  static Hdf5Layout read(Hdf5File file, TrajectoryOptions options) throws IOException {
    return new H5mdLayout(file, options).layout();
  }

  /** A group of particles that has positions. */
  private record Candidate(String name, Group group, long atoms) {}

  private Hdf5Layout layout() throws IOException {
    particles = chosen();
    Element positions = element(0);
    long[] shape = positions.values().shape();
    int atoms = Math.toIntExact(still ? shape[0] : shape[1]);
    Refusals.atoms(file.file(), atoms, options);
    Element[] vectors = {positions, like(1, shape), like(2, shape)};
    Hdf5Cell cell = cell();
    long frames = still ? 1 : positions.rows();
    if (!still && frames < shape[0]) {
      notes.add(
          "there are %d rows of positions, but %d of steps or times; these are used"
              .formatted(shape[0], frames));
    }
    if (frames == 0) {
      throw file.file().fault("there is no frame in this file");
    }
    if (!positions.timing().hasTimes()) {
      notes.add("the file has no times; 'time-step' in the job sets them");
    }
    if (assumed.length() > 0) {
      notes.add(
          "the file does not state all its units and is taken to be in "
              + assumed
              + "; 'units' in the job sets others");
    }
    if (!anyUnitMissing) {
      Refusals.units(file.file(), options);
    }
    return new Hdf5Layout(file, atoms, frames, vectors, cell, ids(atoms), still, notes);
  }

  /** The group of particles: the only one with positions, or the only one as large as asked for. */
  private Group chosen() throws IOException {
    Group all = file.group(file.root(), "particles");
    List<Candidate> candidates = new ArrayList<>();
    for (String name : all == null ? List.<String>of() : file.names(all)) {
      Group group = file.group(all, name);
      Dataset values = group == null ? null : values(group, NAMES[0]);
      if (values != null) {
        long[] shape = values.getDimensionsAsLong();
        candidates.add(new Candidate(name, group, shape.length < 2 ? 0 : shape[shape.length - 2]));
      }
    }
    if (candidates.isEmpty()) {
      throw file.file().fault("this H5MD file has no group of particles with positions");
    }
    if (candidates.size() == 1) {
      return candidates.get(0).group;
    }
    List<Candidate> fitting = candidates.stream().filter(c -> c.atoms == options.atoms()).toList();
    if (fitting.size() != 1) {
      StringJoiner names = new StringJoiner(", ");
      candidates.forEach(c -> names.add(shown(c.name) + " (" + c.atoms + " atoms)"));
      throw file.file()
          .fault(
              "groups of particles with positions: %s; which is meant can be told only where one alone has the %d atoms of the structure"
                  .formatted(names, options.atoms()));
    }
    notes.add(
        "of its groups of particles '%s' is read, which alone has %d atoms"
            .formatted(shown(fitting.get(0).name), options.atoms()));
    return fitting.get(0).group;
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^ -~]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }

  /** The numbers of an element, which may or may not go with time. */
  private Dataset values(Group group, String name) throws IOException {
    Node node = file.child(group, name);
    return node instanceof Group element
        ? file.dataset(element, "value")
        : node instanceof Dataset dataset ? dataset : null;
  }

  private Element element(int quantity) throws IOException {
    String name = NAMES[quantity];
    Dataset dataset = values(particles, name);
    if (dataset == null) {
      return null;
    }
    Hdf5Array array = Hdf5Array.of(file, name, dataset);
    Group group = file.group(particles, name);
    if (quantity == 0) {
      still = group == null;
    }
    long[] shape = array.shape();
    int rank = group == null ? 2 : 3;
    if (shape.length != rank || shape[rank - 1] != 3 || shape[rank - 2] <= 0 || !array.isReal()) {
      throw file.file()
          .fault(
              "'%s' is of the shape %s; that of frames, atoms and three components is read"
                  .formatted(name, Arrays.toString(shape)));
    }
    double factor = unit(dataset, name, POWERS[quantity], assumedUnit(quantity));
    return new Element(array, factor, timing(group));
  }

  private double assumedUnit(int quantity) {
    return switch (quantity) {
      case 0 -> choice.length();
      case 1 -> choice.velocity();
      default -> choice.force();
    };
  }

  private Timing timing(Group element) throws IOException {
    if (element == null) {
      return Timing.none();
    }
    Dataset time = file.dataset(element, "time");
    double unit = time == null ? 1 : unit(time, "time", new int[] {0, 1, 0}, choice.time());
    return Timing.of(file, element, unit);
  }

  /** An element of the shape of the positions, or null. */
  private Element like(int quantity, long[] shape) throws IOException {
    Element element = element(quantity);
    if (element != null) {
      long[] own = element.values().shape();
      if (own.length != shape.length || own[own.length - 2] != shape[shape.length - 2]) {
        throw file.file().fault("'" + NAMES[quantity] + "' is of other atoms than 'position'");
      }
    }
    return element;
  }

  private double unit(Dataset dataset, String quantity, int[] powers, double otherwise)
      throws IOException {
    String text = file.text(dataset, "unit");
    if (text.isEmpty()) {
      anyUnitMissing = true;
      String unit = choice.assumed().get(quantity.equals("position") ? "length" : quantity);
      String words = unit + " (" + quantity + ")";
      if (unit != null && !assumed.toString().contains(words)) {
        assumed.add(words);
      }
      return otherwise;
    }
    UnitText unit = UnitText.parse(text);
    if (unit == null || !unit.isOf(powers[0], powers[1], powers[2])) {
      throw file.file()
          .fault("'%s' is no unit of %s that is known".formatted(shown(text), quantity));
    }
    return unit.factor();
  }

  private Hdf5Cell cell() throws IOException {
    Group box = file.group(particles, "box");
    if (box == null) {
      return null;
    }
    Dataset dataset = values(box, "edges");
    List<String> boundary = file.texts(box, "boundary");
    boolean[] periodic = {true, true, true};
    for (int d = 0; d < 3 && boundary.size() == 3; d++) {
      periodic[d] = boundary.get(d).startsWith("periodic");
    }
    if (dataset == null || Arrays.equals(periodic, OPEN)) {
      return null;
    }
    if (boundary.size() != 3) {
      notes.add("the box does not say which of its directions are periodic; all are taken to be");
    }
    Hdf5Array edges = Hdf5Array.of(file, "box/edges", dataset);
    Group element = file.group(box, "edges");
    boolean constant = element == null;
    long[] shape = edges.shape();
    int first = constant ? 0 : 1;
    boolean sound = shape.length - first == 1 || shape.length - first == 2;
    for (int k = first; k < shape.length; k++) {
      sound &= shape[k] == 3;
    }
    if (!sound) {
      throw file.file()
          .fault(
              "'box/edges' is of the shape %s, not of three edges"
                  .formatted(Arrays.toString(shape)));
    }
    double factor = unit(dataset, "position", POWERS[0], choice.length());
    return new Hdf5Cell(new Element(edges, factor, timing(element)), periodic, null, constant);
  }

  /** The identities of the atoms, checked in the first frame; null where no frame can differ. */
  private Element ids(int atoms) throws IOException {
    Dataset dataset = values(particles, "id");
    if (dataset == null) {
      return null;
    }
    Hdf5Array array = Hdf5Array.of(file, "id", dataset);
    Group element = file.group(particles, "id");
    long[] shape = array.shape();
    int rank = element == null ? 1 : 2;
    if (shape.length != rank || shape[rank - 1] != atoms || array.isReal()) {
      throw file.file().fault("'id' is not one number an atom");
    }
    Hdf5Reader reader = array.reader();
    double before = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < atoms; a++) {
      reader.seek(element == null ? a : 0);
      double id = element == null ? reader.number() : reader.number(a);
      if (!(id > before)) {
        throw file.file()
            .fault(
                "its atoms do not stand in the order of their ids (atom %d); sort them when the file is written"
                    .formatted(a + 1));
      }
      before = id;
    }
    return element == null || array.rows() == 1 ? null : new Element(array, 1, timing(element));
  }
}
