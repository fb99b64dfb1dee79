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
   * @param marks places along the horizontal axis that have names
   */
  record Curves(String title, String caption, Axis x, Axis y, List<Curve> curves, List<Mark> marks)
      implements Exhibit {
    /** Copies the lists. */
    public Curves {
      curves = List.copyOf(curves);
      marks = List.copyOf(marks);
    }

    /**
     * Curves without marks.
     *
     * @param title what it shows
     * @param caption how to read it
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param curves the curves, the most important first
     */
    public Curves(String title, String caption, Axis x, Axis y, List<Curve> curves) {
      this(title, caption, x, y, curves, List.of());
    }
  }

  /**
   * A place along the horizontal axis of curves, drawn as an upright line with its name.
   *
   * @param label its name
   * @param at where
   */
  record Mark(String label, double at) {}

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
   * @param layers what is drawn over it, from the bottom up
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
      double high,
      List<MapLayer> layers)
      implements Exhibit {
    /** Copies the list. */
    public Field {
      layers = List.copyOf(layers);
    }

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
      this(title, caption, x, y, xs, ys, values, unit, Double.NaN, Double.NaN, List.of());
    }

    /**
     * The same function with something drawn over what is there.
     *
     * @param more the layers to add
     * @return a copy
     */
    public Field with(List<? extends MapLayer> more) {
      List<MapLayer> all = new ArrayList<>(layers);
      all.addAll(more);
      return new Field(title, caption, x, y, xs, ys, values, unit, low, high, all);
    }

    /**
     * The same function on a scale of colours that it may share with others.
     *
     * @param from where the scale begins at the latest
     * @param to where it ends at the earliest
     * @return a copy
     */
    public Field onScale(double from, double to) {
      return new Field(title, caption, x, y, xs, ys, values, unit, from, to, layers);
    }
  }

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
