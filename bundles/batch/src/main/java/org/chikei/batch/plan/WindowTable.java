package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.batch.job.NameText;
import org.chikei.batch.job.WindowsText;

/**
 * The windows of a job from a {@link WordTable}, a line each: columns {@code centre} and {@code
 * force-constant}, or {@code centre.NAME} and {@code force-constant.NAME} of several coordinates.
 * Where there is a column {@code file}, lines are matched with the source's files by it, as the job
 * names them or by the last part of the name.
 *
 * @param centres the centres, {@code [window][coordinate]}
 * @param constants the force constants likewise
 */
record WindowTable(double[][] centres, double[][] constants) {

  static WindowTable read(WindowsText text, List<Plan.NamedFile> sources) throws IOException {
    Path file = FileSearch.readable(text.file().orElseThrow());
    List<double[]> centres = new ArrayList<>();
    List<double[]> constants = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (WordTable table = new WordTable(file, "windows")) {
      int[] centre = columns(table, "centre", text.of());
      int[] constant = columns(table, "force-constant", text.of());
      int named = table.find("file");
      for (String[] cells = table.next(); cells != null; cells = table.next()) {
        centres.add(numbers(table, cells, centre));
        constants.add(numbers(table, cells, constant));
        for (double k : constants.get(constants.size() - 1)) {
          if (k < 0) {
            throw new InputException(
                file, "line " + table.line() + ": a force constant is negative");
          }
        }
        names.add(named < 0 ? "" : table.cell(cells, named));
      }
      if (named >= 0) {
        return ordered(file, sources, names, centres, constants);
      }
    }
    return new WindowTable(centres.toArray(double[][]::new), constants.toArray(double[][]::new));
  }

  private static int[] columns(WordTable table, String what, List<NameText> of)
      throws InputException {
    int[] columns = new int[of.size()];
    for (int a = 0; a < columns.length; a++) {
      String own = what + "." + of.get(a).name();
      columns[a] = table.find(own);
      if (columns[a] < 0) {
        columns[a] = table.column(columns.length == 1 ? what : own);
      }
    }
    return columns;
  }

  private static double[] numbers(WordTable table, String[] cells, int[] columns)
      throws InputException {
    double[] numbers = new double[columns.length];
    for (int a = 0; a < columns.length; a++) {
      numbers[a] = table.number(cells, columns[a]);
    }
    return numbers;
  }

  private static WindowTable ordered(
      Path file,
      List<Plan.NamedFile> sources,
      List<String> names,
      List<double[]> centres,
      List<double[]> constants)
      throws InputException {
    double[][] ownCentres = new double[sources.size()][];
    double[][] ownConstants = new double[sources.size()][];
    for (int k = 0; k < ownCentres.length; k++) {
      Plan.NamedFile source = sources.get(k);
      int row = names.indexOf(source.written());
      if (row < 0) {
        String last = source.path().getFileName().toString();
        row = names.indexOf(last);
        if (row >= 0 && names.lastIndexOf(last) != row) {
          throw new InputException(
              file, "has several lines for a file '" + last + "'; name it as the job does");
        }
      }
      if (row < 0) {
        throw new InputException(file, "has no line for the file " + source.written());
      }
      ownCentres[k] = centres.get(row);
      ownConstants[k] = constants.get(row);
    }
    return new WindowTable(ownCentres, ownConstants);
  }
}
