package org.chikei.landscape.landmark;

import java.util.ArrayList;
import java.util.List;

/**
 * The minima and saddles of a landscape of one to three coordinates, with names: A, B, C … from the
 * deepest basin on, AB for the saddle between A and B, AB2 for a higher one between them elsewhere.
 */
public final class Landmarks {
  /** A basin is deeper than this many kT, */
  static final double DEEP = 0.5;

  /** and than so many standard errors: among a thousand cells chance reaches three. */
  static final double SURE = 4;

  /** Where errors are not known, so many kT are asked for. */
  static final double DEEP_WITHOUT_ERRORS = 3;

  /** A basin or a saddle. */
  record Landmark(String label, double[] place, FittedSurface.Fit fit) {}

  /**
   * A saddle.
   *
   * @param at where
   * @param from the number of the deeper basin
   * @param to the number of the other
   */
  record Saddle(Landmark at, int from, int to) {}

  private final CellGrid grid;
  private final FittedSurface surface;
  private final double[] smooth;
  private final CellBasins basins;
  private final List<Landmark> minima = new ArrayList<>();
  private final List<Saddle> saddles = new ArrayList<>();

  /**
   * Finds them.
   *
   * @param grid the grid
   * @param landscape the landscape
   * @param kT the thermal energy
   * @param minimumSamples how many independent samples the cell of a minimum needs
   */
  public Landmarks(CellGrid grid, CellLandscape landscape, double kT, double minimumSamples) {
    this.grid = grid;
    surface = new FittedSurface(grid, landscape.values());
    smooth = surface.atCentres();
    basins =
        CellBasins.find(
            grid,
            smooth,
            minimumSamples,
            (minimum, pass) -> {
              double error =
                  landscape.error(surface.at(grid.centre(minimum)), surface.at(grid.centre(pass)));
              return Double.isNaN(error)
                  ? DEEP_WITHOUT_ERRORS * kT
                  : Math.max(DEEP * kT, SURE * error);
            });
    for (int b = 0; b < basins.minima().length; b++) {
      minima.add(landmark(name(b), basins.minima()[b], false));
    }
    for (CellBasins.Pass pass : basins.passes()) {
      // a pass that only ends a common border on a slope leads nowhere
      if (pass.first() || surface.stationary(pass.cell(), true) != null) {
        String between = name(pass.deep()) + name(pass.shallow());
        long known =
            saddles.stream()
                .filter(other -> other.from() == pass.deep() && other.to() == pass.shallow())
                .count();
        String label = known == 0 ? between : between + (known + 1);
        saddles.add(new Saddle(landmark(label, pass.cell(), true), pass.deep(), pass.shallow()));
      }
    }
  }

  private Landmark landmark(String label, int cell, boolean saddle) {
    double[] found = surface.stationary(cell, saddle);
    double[] place = found == null ? grid.centre(cell) : found;
    return new Landmark(label, place, surface.at(place));
  }

  /** A, B … Z, A1, B1 … */
  private static String name(int number) {
    String letter = String.valueOf((char) ('A' + number % 26));
    return number < 26 ? letter : letter + number / 26;
  }

  CellGrid grid() {
    return grid;
  }

  FittedSurface surface() {
    return surface;
  }

  /** The fitted landscape at the centres of the cells. */
  double[] smooth() {
    return smooth;
  }

  public CellBasins basins() {
    return basins;
  }

  /** The minima, the deepest first. */
  List<Landmark> minima() {
    return minima;
  }

  /** The saddles, the lowest first. */
  List<Saddle> saddles() {
    return saddles;
  }

  /** The basin that a place in values of the coordinates lies in, −1 for none. */
  int basinAt(double[] r) {
    double[] place = new double[r.length];
    for (int a = 0; a < place.length; a++) {
      place[a] = (r[a] - grid.low()[a]) / grid.widths()[a];
      if (!(Math.abs(place[a]) < 1e9)) {
        return -1;
      }
    }
    int cell = grid.cellAt(place);
    return cell < 0 ? -1 : basins.basinOf()[cell];
  }
}
