package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chikei.api.job.JobException;
import org.chikei.batch.job.FileText;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.WindowsText;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;

/** The files that a job reads, and the folder that it writes to. */
final class JobFiles {
  private final JobDescription job;
  private final Problems problems;
  private final Set<String> notes;
  private final Path output;
  private final List<Plan.NamedFile> frames;

  /** Null where the source has no atoms, or they are given. */
  private final Plan.NamedFile structure;

  private final List<Plan.NamedFile> inputs;

  /**
   * Finds the files.
   *
   * @param loan what is installed
   * @param job the job as it is written
   * @param given whether the atoms of the trajectory were handed over
   * @param problems what is wrong
   * @param notes what is to be said
   * @throws JobException if results cannot go where the job says, or a file is not named
   * @throws IOException if files are missing or cannot be read
   */
  JobFiles(Loan loan, JobDescription job, boolean given, Problems problems, Set<String> notes)
      throws JobException, IOException {
    this.job = job;
    this.problems = problems;
    this.notes = notes;
    JobDescription.Source source = job.source();
    output = output();
    if (given && source.trajectory().isEmpty()) {
      problems.add(
          source.place(),
          "source",
          "a structure was handed over, but this source has no atoms; run it without one");
    }
    problems.refuse();
    frames = files(source.isSeries() ? source.series() : source.trajectory());
    structure =
        source.trajectory().isEmpty() || given
            ? null
            : structureFile(new Recognition(loan), source, frames.get(0));
    inputs = new ArrayList<>(frames);
    if (structure != null && structure != frames.get(0)) {
      inputs.add(structure);
    }
    addFiles(source.bonds().flatMap(JobDescription.BondsText::file).orElse(null));
    addFiles(source.weights().flatMap(JobDescription.WeightsText::file).orElse(null));
    addFiles(source.windows().flatMap(WindowsText::file).orElse(null));
    addFiles(job.imports().files());
    for (JobDescription.CoordinateText text : job.coordinates()) {
      for (Object value : text.values().values()) {
        addFiles(value);
      }
    }
  }

  /** The folder that results go to. */
  Path folder() {
    return output;
  }

  /** The trajectories or tables; none of a model. */
  List<Plan.NamedFile> frames() {
    return frames;
  }

  /** The file that says what the atoms are; null where the source has none, or they are given. */
  Plan.NamedFile structure() {
    return structure;
  }

  /** All that are read: trajectories or tables, structure, weights, what coordinates read. */
  List<Plan.NamedFile> inputs() {
    return List.copyOf(inputs);
  }

  /** Adds the files that a value names, each once. */
  private void addFiles(Object value) throws IOException {
    if (value instanceof FileText file) {
      Plan.NamedFile named = new Plan.NamedFile(file.written(), FileSearch.readable(file));
      if (!inputs.contains(named)) {
        inputs.add(named);
      }
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        addFiles(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Object element : map.values()) {
        addFiles(element);
      }
    }
  }

  private Path output() {
    Path folder = job.directory().file().toAbsolutePath().normalize();
    Place place = job.directory().place();
    if (outside(folder)) {
      problems.add(
          place,
          job.directory().path(),
          "'"
              + job.directory().written()
              + "' lies outside the folder that this job may write to; name a folder in it");
      return folder;
    }
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        if (!Files.isDirectory(path)) {
          problems.add(
              place,
              job.directory().path(),
              path + " is a file, so no results can be written to it; name a folder");
        } else if (!Files.isWritable(path)) {
          problems.add(
              place, job.directory().path(), path + " may not be written to; name another folder");
        }
        break;
      }
    }
    return folder;
  }

  private boolean outside(Path folder) {
    try {
      return !job.directory().folder().contains(folder);
    } catch (IOException nobodyKnows) {
      return true;
    }
  }

  private static List<Plan.NamedFile> files(List<FileText> texts) throws IOException {
    List<Plan.NamedFile> files = new ArrayList<>();
    for (FileText text : texts) {
      for (Path file : FileSearch.find(text)) {
        Path named =
            file.equals(text.file())
                ? Path.of(text.written())
                : text.folder().path().relativize(file);
        FileSearch.readable(
            new FileText(named.toString(), text.folder(), text.path(), text.place()));
        files.add(new Plan.NamedFile(named.toString(), file));
      }
    }
    return files;
  }

  private Plan.NamedFile structureFile(
      Recognition recognition, JobDescription.Source source, Plan.NamedFile trajectory)
      throws IOException, JobException {
    if (source.structure().isPresent()) {
      FileText text = source.structure().get();
      return new Plan.NamedFile(text.written(), FileSearch.readable(text));
    }
    if (recognition.holdsStructure(trajectory.path())) {
      notes.add(
          "elements and masses are those of the first frame of "
              + trajectory.written()
              + ", since the job names no structure");
      return trajectory;
    }
    problems.add(
        source.place(),
        "source",
        "'structure' is missing: "
            + trajectory.written()
            + " does not say which atoms it holds; name a PDB, XYZ, SDF or MOL2 file that does");
    throw new JobException(problems.sorted());
  }
}
