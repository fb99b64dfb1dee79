package org.chikei.batch.plan;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chikei.api.coordinate.Period;
import org.chikei.api.job.JobException;
import org.chikei.batch.engine.JobCoordinate;
import org.chikei.batch.job.NameText;
import org.chikei.batch.job.WindowsText;
import org.chikei.batch.text.Problems;
import org.chikei.batch.windows.Restraints;

/** Finds the coordinates that the source of a job restrains, and how. */
final class RestraintsMaker {
  private final List<JobCoordinate> coordinates;
  private final Map<String, String> unmade;
  private final Problems problems;

  /**
   * Prepares.
   *
   * @param coordinates the coordinates of the job
   * @param unmade why others could not be made, by name
   * @param problems what is wrong
   */
  RestraintsMaker(List<JobCoordinate> coordinates, Map<String, String> unmade, Problems problems) {
    this.coordinates = coordinates;
    this.unmade = unmade;
    this.problems = problems;
  }

  /** The number of a coordinate that the source needs; without it there is no job. */
  int number(NameText name) throws JobException {
    int number = 0;
    while (number < coordinates.size()
        && !coordinates.get(number).info().name().equals(name.name())) {
      number++;
    }
    if (number == coordinates.size()) {
      problems.add(name.place(), name.path(), unmade.get(name.name()));
      problems.refuse();
    }
    return number;
  }

  /**
   * The restraints of the windows.
   *
   * @param text the windows as they are written
   * @param parts how many parts the source has
   * @param files the files of the source
   * @return one restraint a part
   * @throws JobException if there is not one window a part, or a coordinate that could not be made
   * @throws IOException if a table of windows cannot be read
   */
  Restraints restraints(WindowsText text, int parts, List<Plan.NamedFile> files)
      throws JobException, IOException {
    double[][] centres = text.centres();
    double[][] constants = new double[centres.length][];
    Arrays.setAll(constants, text::constants);
    if (text.file().isPresent()) {
      WindowTable table = WindowTable.read(text, files);
      centres = table.centres();
      constants = table.constants();
    }
    if (centres.length != parts) {
      problems.add(
          text.place(),
          "source.windows",
          "has "
              + centres.length
              + " windows, but the source has "
              + parts
              + (parts == 1 ? " file" : " files")
              + "; each file is one window, in the order of the job (globs in that of their paths)");
      problems.refuse();
    }
    int[] of = new int[text.of().size()];
    for (int a = 0; a < of.length; a++) {
      of[a] = number(text.of().get(a));
    }
    Period[] periods = new Period[of.length];
    Arrays.setAll(periods, a -> coordinates.get(of[a]).info().period().orElse(null));
    return new Restraints(of, periods, centres, constants, text.inForces());
  }
}
