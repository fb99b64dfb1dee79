package org.chikei.batch.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CoordinateImport;
import org.chikei.api.coordinate.ImportedCoordinates;
import org.chikei.api.coordinate.ImportedCoordinates.Origin;
import org.chikei.api.coordinate.PointSelection;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;

/**
 * Finds the coordinates of a job, those that it lists and those in inputs of other programs that it
 * names: {@code coordinates: {plumed: plumed.dat}} or an entry {@code - plumed: plumed.dat} of the
 * list.
 */
final class ImportReader {
  private static final String KEY = "coordinates";

  private final Loan loan;
  private final JobFolder folder;
  private final Problems problems;
  private final CoordinateNames names;
  private final List<FileText> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<JobNode.Entries> imported = new LinkedHashSet<>();

  ImportReader(Loan loan, JobFolder folder, Problems problems, CoordinateNames names) {
    this.loan = loan;
    this.folder = folder;
    this.problems = problems;
    this.names = names;
  }

  /**
   * Finds the coordinates.
   *
   * @param top the job
   * @return the mappings of all coordinates, imported ones as a job would list them
   * @throws IOException if an input cannot be read
   */
  List<JobReader.Located> read(JobNode.Entries top) throws IOException {
    JobNode node = top.find(KEY).map(JobNode.Entry::value).orElse(null);
    List<JobReader.Located> found = new ArrayList<>();
    if (node instanceof JobNode.Entries entries && !entries.entries().isEmpty()) {
      List<String> types = loan.types(CoordinateImport.class);
      if (entries.entries().stream().allMatch(e -> types.contains(e.key().text()))) {
        for (JobNode.Entry entry : entries.entries()) {
          read(entry, KEY, found);
        }
        return found;
      }
    }
    for (JobReader.Located at : JobReader.mappings(top, KEY, "coordinates", problems)) {
      JobNode.Entry entry = importOf(at.node());
      if (entry == null) {
        found.add(at);
      } else {
        read(entry, at.path(), found);
      }
    }
    return found;
  }

  /** The one entry of a mapping that names an input; null where it is a coordinate. */
  private JobNode.Entry importOf(JobNode.Entries node) {
    if (node.entries().size() != 1) {
      return null;
    }
    JobNode.Entry entry = node.entries().get(0);
    return loan.types(CoordinateImport.class).contains(entry.key().text()) ? entry : null;
  }

  private void read(JobNode.Entry entry, String path, List<JobReader.Located> into)
      throws IOException {
    String type = entry.key().text();
    String key = path + "." + type;
    List<JobNode> values =
        entry.value() instanceof JobNode.Items items ? items.items() : List.of(entry.value());
    for (JobNode value : values) {
      if (!(value instanceof JobNode.Scalar scalar)
          || scalar.kind() != JobNode.Kind.TEXT
          || scalar.text().isBlank()
          || scalar.text().indexOf('\0') >= 0) {
        problems.add(value.place(), key, value.kindInWords() + "; must be the name of a file");
        continue;
      }
      FileText file = new FileText(scalar.text(), folder, key, value.place());
      CoordinateImport reader = loan.borrow(CoordinateImport.class, type).orElse(null);
      if (reader == null) {
        throw new InputException(file.file(), "the bundle that reads it (" + type + ") has left");
      }
      if (!folder.admits(file.file()) || Files.exists(file.file()) && !folder.holds(file.file())) {
        throw new InputException(
            key + ": '" + file.written() + "' lies outside the folder that this job may read");
      }
      take(reader.read(file.file()), file, into);
    }
  }

  private void take(ImportedCoordinates coordinates, FileText file, List<JobReader.Located> into) {
    coordinates.files().forEach(f -> files.add(relative(f, file)));
    notes.addAll(coordinates.notes());
    for (ImportedCoordinates.Unread unread : coordinates.unread()) {
      refuse(unread.label(), place(unread.origin(), file), unread.reason());
    }
    for (ImportedCoordinates.Entry entry : coordinates.entries()) {
      JobNode.Entries node = node(entry, file);
      imported.add(node);
      names.alias(entry.alias(), entry.name());
      into.add(new JobReader.Located(entry.alias(), node));
    }
  }

  /** Keeps in mind that something of an input cannot be had. */
  void refuse(String label, Place place, String reason) {
    String sentence = place.file() + ":" + place.line() + ": " + reason;
    notes.add(sentence);
    if (!label.isEmpty()) {
      names.missing(label, sentence);
    }
  }

  /** Whether a mapping comes from the input of another program. */
  boolean isImported(JobNode.Entries node) {
    return imported.stream().anyMatch(i -> i == node);
  }

  /** What was read beside the coordinates. */
  Imports imports(Set<String> unused) {
    return new Imports(files, notes, unused);
  }

  private FileText relative(Path file, FileText named) {
    return new FileText(relative(file), folder, named.path(), named.place());
  }

  /** The name of a file as a job would write it. */
  private String relative(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = folder.path().toAbsolutePath().normalize();
    return absolute.startsWith(base) ? base.relativize(absolute).toString() : file.toString();
  }

  private Place place(Origin origin, FileText file) {
    return new Place(
        origin.file().equals(file.file()) ? file.written() : relative(origin.file()),
        origin.line(),
        0);
  }

  private JobNode.Entries node(ImportedCoordinates.Entry entry, FileText file) {
    Place place = place(entry.origin(), file);
    List<JobNode.Entry> members = new ArrayList<>();
    members.add(member("name", new JobNode.Scalar(place, JobNode.Kind.TEXT, entry.name())));
    members.add(member("type", new JobNode.Scalar(place, JobNode.Kind.TEXT, entry.type())));
    entry.values().forEach((k, v) -> members.add(member(k, node(v, place))));
    return new JobNode.Entries(place, members);
  }

  private static JobNode.Entry member(String key, JobNode value) {
    return new JobNode.Entry(new JobNode.Scalar(value.place(), JobNode.Kind.TEXT, key), value);
  }

  private JobNode node(Object value, Place place) {
    if (value instanceof List<?> list) {
      return new JobNode.Items(place, list.stream().map(v -> node(v, place)).toList());
    }
    if (value instanceof Map<?, ?> map) {
      List<JobNode.Entry> members = new ArrayList<>();
      map.forEach((k, v) -> members.add(member((String) k, node(v, place))));
      return new JobNode.Entries(place, members);
    }
    if (value instanceof PointSelection selection) {
      return new JobNode.Selected(place, selection);
    }
    if (value instanceof Path path) {
      return new JobNode.Scalar(place, JobNode.Kind.TEXT, relative(path));
    }
    JobNode.Kind kind =
        value instanceof Double
            ? JobNode.Kind.REAL
            : value instanceof Number
                ? JobNode.Kind.WHOLE
                : value instanceof Boolean ? JobNode.Kind.FLAG : JobNode.Kind.TEXT;
    return new JobNode.Scalar(place, kind, value.toString());
  }
}
