package org.chikei.api.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that a report shows: a text, a table, a figure, a molecule. Steps say what, writers
 * draw.
 */
public sealed interface Exhibit {

  /**
   * A paragraph.
   *
   * @param text its sentences
   */
  record Text(String text) implements Exhibit {}

  /**
   * A small table to read.
   *
   * @param title what it shows
   * @param headers the column headers, units included
   * @param rows the cells, each row as long as the headers: {@link String}, {@link Number} or
   *     {@link Quantity}
   */
  record Grid(String title, List<String> headers, List<List<Object>> rows) implements Exhibit {
    /** Copies the lists. */
    public Grid {
      headers = List.copyOf(headers);
      List<List<Object>> copies = new ArrayList<>(rows.size());
      for (List<Object> row : rows) {
        copies.add(List.copyOf(row));
      }
      rows = List.copyOf(copies);
    }
  }

  /**
   * Curves over one variable.
   *
   * @param title what it shows
   * @param caption how to read it
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param curves the curves, the most important first
   */
  record Curves(String title, String caption, Axis x, Axis y, List<Curve> curves)
      implements Exhibit {
    /** Copies the list. */
    public Curves {
      curves = List.copyOf(curves);
    }
  }

  /**
   * One curve of a figure.
   *
   * @param label its name in the legend
   * @param x where; ascending
   * @param y the values; NaN breaks the line
   * @param error standard errors, drawn as a band of one of them either way; null for none
   * @param dashed whether the line is dashed, as for a reference
   */
  record Curve(String label, double[] x, double[] y, double[] error, boolean dashed) {}

  /**
   * Shares that add up to a whole along one variable, drawn as stacked areas.
   *
   * @param title what it shows
   * @param caption how to read it
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param positions where along x
   * @param layers the shares from the bottom up: label and values
   */
  record Stack(
      String title,
      String caption,
      Axis x,
      Axis y,
      double[] positions,
      Map<String, double[]> layers)
      implements Exhibit {}

  /**
   * A function of two variables on a rectangular grid, drawn in colours with contours.
   *
   * @param title what it shows
   * @param caption how to read it
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param xs the centres of the cells along x
   * @param ys the centres of the cells along y
   * @param values {@code values[i][k]} at {@code xs[i], ys[k]}; NaN where there is none
   * @param unit the unit of the values
   * @param low where the scale of colours begins at the latest; NaN for as far as the values go
   * @param high where it ends at the earliest, for figures that share a scale; NaN as above
   */
  record Field(
      String title,
      String caption,
      Axis x,
      Axis y,
      double[] xs,
      double[] ys,
      double[][] values,
      String unit,
      double low,
      double high)
      implements Exhibit {

    /**
     * A function whose colours reach as far as its values.
     *
     * @param title what it shows
     * @param caption how to read it
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param xs the centres of the cells along x
     * @param ys the centres of the cells along y
     * @param values {@code values[i][k]} at {@code xs[i], ys[k]}; NaN where there is none
     * @param unit the unit of the values
     */
    public Field(
        String title,
        String caption,
        Axis x,
        Axis y,
        double[] xs,
        double[] ys,
        double[][] values,
        String unit) {
      this(title, caption, x, y, xs, ys, values, unit, Double.NaN, Double.NaN);
    }
  }

  /**
   * A vector field as arrows over a function of two variables.
   *
   * @param title what it shows
   * @param caption how to read it
   * @param x the horizontal axis
   * @param y the vertical axis
   * @param xs the centres of the cells along x
   * @param ys the centres of the cells along y
   * @param values the function beneath, as of a {@link Field}
   * @param unit the unit of the function
   * @param along the component along x, by cell as {@code values}; NaN where there is none
   * @param across the component along y
   * @param weights how much each cell counts where several make one arrow; NaN for nothing
   */
  record Arrows(
      String title,
      String caption,
      Axis x,
      Axis y,
      double[] xs,
      double[] ys,
      double[][] values,
      String unit,
      double[][] along,
      double[][] across,
      double[][] weights)
      implements Exhibit {}

  /**
   * The molecule with atoms marked.
   *
   * @param title what it shows
   * @param caption how to read it
   * @param marks atoms by index from 0 with a weight from 0 to 1
   * @param labels texts beside atoms, by index from 0
   */
  record Molecule(
      String title, String caption, Map<Integer, Double> marks, Map<Integer, String> labels)
      implements Exhibit {
    /** Copies the maps. */
    public Molecule {
      marks = Map.copyOf(marks);
      labels = Map.copyOf(labels);
    }
  }
}
