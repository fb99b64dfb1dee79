package org.chikei.batch.engine;

import java.util.List;
import org.chikei.api.series.SeriesColumn;

/**
 * Where samples come from: frames of atoms, or rows of columns, in parts that follow each other.
 * The engine knows no more of a source than this: files of a trajectory, tables, and runs of a
 * model are all the same to it.
 *
 * @param kind what a job calls it: {@code trajectory}, {@code series}
 * @param parts the parts, read in this order
 * @param masses one mass an atom in amu; empty for a source of columns
 * @param columns the columns; empty for a source of atoms
 */
public record SampleSource(
    String kind, List<SourcePart> parts, double[] masses, List<SeriesColumn> columns) {

  /** Copies lists and array. */
  public SampleSource {
    parts = List.copyOf(parts);
    masses = masses.clone();
    columns = List.copyOf(columns);
  }

  /**
   * A source of atoms.
   *
   * @param parts its files
   * @param masses one mass an atom in amu
   * @return the source
   */
  public static SampleSource ofAtoms(List<? extends SourcePart> parts, double[] masses) {
    return new SampleSource("trajectory", List.copyOf(parts), masses, List.of());
  }

  /**
   * A source of columns.
   *
   * @param kind what a job calls it
   * @param parts its files or runs
   * @param columns what every part has
   * @return the source
   */
  public static SampleSource ofColumns(
      String kind, List<? extends SourcePart> parts, List<SeriesColumn> columns) {
    return new SampleSource(kind, List.copyOf(parts), new double[0], columns);
  }

  /**
   * Whether its frames hold atoms.
   *
   * @return false where they hold columns
   */
  public boolean hasAtoms() {
    return masses.length > 0;
  }
}
