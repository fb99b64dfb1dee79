package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.chikei.api.result.Quantity;
import org.chikei.landscape.grid.GridSums;
import org.chikei.landscape.passage.Basins;
import org.chikei.landscape.words.Places;

/**
 * What the comparison would have said after a part of the run: of each independent run its first
 * eighth, two eighths and so on, from the blocks that are kept anyway, read at the places that all
 * frames give.
 *
 * @param stages growing parts, the last one everything; empty where there are too few blocks, or
 *     where windows are joined, whose weights need all frames
 */
public record Convergence(List<Stage> stages) {
  /** The landscapes that are followed, the last one the difference of G and low-variance Vm. */
  private static final int[] CURVES = {Curves.G, Curves.VM_GD, Curves.VM, Curves.VM_GD};

  private static final int[] MINUS = {-1, -1, -1, Curves.G};

  /** Their names in the results. */
  public static final List<String> NAMES = List.of("G", "Vm_gd", "Vm", "Vm_gd_minus_G");

  private static final int PARTS = 8;
  private static final int FEWEST_BLOCKS = 8 * PARTS;
  private static final double SIGNIFICANT = 0.05;

  /**
   * A barrier, seen from one of its basins.
   *
   * @param from the bin of the basin's minimum
   * @param at the bin of its top
   */
  public record Climb(int from, int at) {}

  /**
   * What a part of the run says.
   *
   * @param part which part, at most 1
   * @param verdict the verdict
   * @param heights of each climb, of each curve
   */
  public record Stage(double part, Verdict verdict, List<List<Quantity>> heights) {}

  /**
   * A height that the last quarter of the run moved further than its error allows.
   *
   * @param climb which barrier
   * @param curve which of {@link #NAMES}
   * @param move by how much, with the error of the move
   */
  public record Move(Climb climb, int curve, Quantity move) {}

  public static Convergence of(Comparison comparison, Verdict verdict) {
    GridSums sums = comparison.sums();
    List<Stage> stages = new ArrayList<>();
    if (sums.blocks() < FEWEST_BLOCKS || sums.hasWindows()) {
      return new Convergence(stages);
    }
    List<Climb> climbs = climbs(comparison);
    LocalFits fits = comparison.fits();
    for (int part = 1; part < PARTS; part++) {
      int[] first = first(sums, part);
      Estimate estimate =
          new Estimate(
              comparison.settings(),
              comparison.axis(),
              sums.part(first),
              comparison.layout(),
              comparison.kT(),
              comparison.kinetics(),
              null,
              fits == null ? null : fits.part(first));
      Verdict then = comparison.kinetics() == null ? verdict : Verdict.of(estimate);
      stages.add(new Stage(part / (double) PARTS, then, heights(comparison, estimate, climbs)));
    }
    stages.add(new Stage(1, verdict, heights(comparison, comparison.estimate(), climbs)));
    return new Convergence(stages);
  }

  /** Every barrier, both ways. */
  public static List<Climb> climbs(Comparison comparison) {
    int[] minima = comparison.basins().minima();
    List<Climb> climbs = new ArrayList<>();
    for (Basins.Barrier barrier : comparison.basins().barriers()) {
      climbs.add(new Climb(minima[barrier.left()], barrier.top()));
      climbs.add(new Climb(minima[barrier.right()], barrier.top()));
    }
    return climbs;
  }

  /** The first blocks of each run, some eighths of it. */
  private static int[] first(GridSums sums, int eighths) {
    int blocks = sums.blocks();
    List<Integer> kept = new ArrayList<>();
    for (int from = 0; from < blocks; ) {
      int end = from;
      long frames = 0;
      while (end < blocks && sums.run(end) == sums.run(from)) {
        frames += sums.frames(end++);
      }
      long before = 0;
      for (int b = from; b < end; b++) {
        long middle = 2 * before + sums.frames(b);
        if (middle * PARTS <= 2 * frames * eighths) {
          kept.add(b);
        }
        before += sums.frames(b);
      }
      from = end;
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<List<Quantity>> heights(
      Comparison comparison, Estimate estimate, List<Climb> climbs) {
    String unit = Places.energyUnit(comparison.overview().reducedUnits());
    return climbs.stream()
        .map(
            climb ->
                IntStream.range(0, CURVES.length)
                    .mapToObj(c -> height(estimate, climb, c, unit))
                    .toList())
        .toList();
  }

  private static Quantity height(Estimate estimate, Climb climb, int c, String unit) {
    boolean integral = CURVES[c] != Curves.G;
    double[] independent = estimate.independent();
    boolean known =
        integral
            ? estimate.commonPiece(climb.from(), climb.at()) != null
            : independent[climb.from()] >= 2 && independent[climb.at()] >= 2;
    if (!known) {
      return new Quantity(Double.NaN, Double.NaN, unit);
    }
    double value = estimate.curve(CURVES[c])[climb.at()] - estimate.curve(CURVES[c])[climb.from()];
    if (MINUS[c] >= 0) {
      value -= estimate.curve(MINUS[c])[climb.at()] - estimate.curve(MINUS[c])[climb.from()];
    }
    double error = estimate.influences().difference(CURVES[c], MINUS[c], climb.from(), climb.at());
    return new Quantity(value, error, unit);
  }

  /** The part of the run from which on the verdict is what it is. */
  public double verdictSince() {
    String last = stages.get(stages.size() - 1).verdict().word();
    double since = 1;
    for (int k = stages.size() - 1; k >= 0; k--) {
      if (!stages.get(k).verdict().word().equals(last)) {
        break;
      }
      since = stages.get(k).part();
    }
    return since;
  }

  /**
   * What the last quarter moved further than by chance, and further than a bound. A mean over all
   * frames moves against that over three quarters by a third of its own variance.
   *
   * @param climbs the barriers
   * @param bound what does not matter
   */
  public List<Move> moves(List<Climb> climbs, double bound) {
    List<Move> moves = new ArrayList<>();
    if (stages.isEmpty()) {
      return moves;
    }
    Stage all = stages.get(PARTS - 1);
    Stage before = stages.get(3 * PARTS / 4 - 1);
    for (int k = 0; k < climbs.size(); k++) {
      for (int c = 0; c < 2; c++) {
        Quantity now = all.heights().get(k).get(c);
        double move = now.value() - before.heights().get(k).get(c).value();
        double error = now.error() * Math.sqrt(1.0 / 3);
        double p = Erf.erfc(Math.abs(move) / error / Math.sqrt(2));
        if (p * 2 * climbs.size() < SIGNIFICANT && Math.abs(move) > bound) {
          moves.add(new Move(climbs.get(k), c, new Quantity(move, error, now.unit())));
        }
      }
    }
    return moves;
  }
}
