package org.chikei.landscape.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chikei.api.analysis.Kinetics;
import org.chikei.landscape.error.BlockTerms;
import org.chikei.landscape.error.ContrastTest;
import org.chikei.landscape.error.RunScatter;
import org.chikei.landscape.grid.GridSums;

/**
 * Compares independent runs with all of them together, before they count as one: where each of them
 * spent its time, its mean force and its squared velocity at the same places, by their smooth
 * contrasts along the coordinate. How much a contrast scatters comes from stretches of each run
 * about its own mean, long enough to be independent, so that runs that stay in different places do
 * not pass for scatter.
 *
 * @param runs for each run how unlikely it is; empty where there is one run only
 * @param outliers those that stand out beyond chance, the worst first, each compared with what is
 *     left without the worse ones
 * @param pValue the probability that any of them stands out as much by chance, by Bonferroni's
 *     bound; NaN where the runs are too short to tell
 */
public record RunAgreement(List<Run> runs, List<Run> outliers, double pValue) {
  private static final double SIGNIFICANT = 0.05;

  /** What is compared. */
  public enum Subject {
    POPULATION("where '%s' spends its time"),
    MEAN_FORCE("the mean force along '%s'"),
    SQUARE("the mean squared velocity of '%s'");

    private final String words;

    Subject(String words) {
      this.words = words;
    }

    public String words(String coordinate) {
      return String.format(words, coordinate);
    }
  }

  /**
   * A run.
   *
   * @param place which run it is, from 1
   * @param file the number of the input file where it begins, from 1
   * @param frames how many frames it has
   * @param subject in what it differs most
   * @param pValue the probability of that by chance, all subjects considered; NaN if not known
   */
  public record Run(int place, int file, long frames, Subject subject, double pValue) {}

  static RunAgreement of(Estimate estimate) {
    GridSums sums = estimate.sums();
    int[] numbers = IntStream.range(0, sums.blocks()).map(sums::run).distinct().toArray();
    if (numbers.length < 2 || sums.hasWindows()) {
      return new RunAgreement(List.of(), List.of(), Double.NaN);
    }
    Map<Subject, RunScatter> scatters = new EnumMap<>(Subject.class);
    CurveFrame frame = estimate.frame();
    Contrast contrast = new Contrast(estimate, numbers);
    scatters.put(Subject.POPULATION, contrast.population());
    if (frame.kinetics() != null && frame.kinetics() != Kinetics.SERIES) {
      int at = frame.layout().kinetics(frame.kinetics());
      scatters.put(Subject.MEAN_FORCE, contrast.mean(at + SampleLayout.ACCELERATION, at));
      if (!estimate.condition().exact()) {
        scatters.put(Subject.SQUARE, contrast.mean(frame.square(), frame.squareWeight()));
      }
    }
    List<Integer> all = IntStream.range(0, numbers.length).boxed().toList();
    List<Run> runs = new ArrayList<>();
    for (int j : all) {
      runs.add(compared(sums, numbers[j], j, all, scatters));
    }
    double smallest = runs.stream().mapToDouble(Run::pValue).min().orElse(Double.NaN);
    return new RunAgreement(
        runs,
        outliers(sums, numbers, new ArrayList<>(all), scatters),
        Math.min(1, runs.size() * smallest));
  }

  private static Run compared(
      GridSums sums,
      int number,
      int place,
      List<Integer> among,
      Map<Subject, RunScatter> scatters) {
    Subject worst = Subject.POPULATION;
    double p = Double.NaN;
    int tested = 0;
    for (Map.Entry<Subject, RunScatter> each : scatters.entrySet()) {
      double of = each.getValue().probability(place, among);
      tested += Double.isNaN(of) ? 0 : 1;
      if (of < p || Double.isNaN(p)) {
        worst = each.getKey();
        p = of;
      }
    }
    return new Run(place + 1, number + 1, frames(sums, number), worst, Math.min(1, tested * p));
  }

  /** Takes out the run that stands out most as long as one does, the worst first. */
  private static List<Run> outliers(
      GridSums sums, int[] numbers, List<Integer> left, Map<Subject, RunScatter> scatters) {
    List<Run> outliers = new ArrayList<>();
    boolean another = true;
    while (another && left.size() > 1) {
      List<Integer> among = List.copyOf(left);
      Run worst =
          among.stream()
              .map(j -> compared(sums, numbers[j], j, among, scatters))
              .min(Comparator.comparingDouble(Run::pValue))
              .orElseThrow();
      another = worst.pValue() * among.size() < SIGNIFICANT;
      if (another) {
        outliers.add(worst);
        left.remove(Integer.valueOf(worst.place() - 1));
      }
    }
    return outliers;
  }

  private static long frames(GridSums sums, int number) {
    long frames = 0;
    for (int b = 0; b < sums.blocks(); b++) {
      frames += sums.run(b) == number ? sums.frames(b) : 0;
    }
    return frames;
  }

  /** One quantity's contrasts by block. */
  private static final class Contrast {
    private final Estimate estimate;
    private final int[] numbers;
    private final List<Integer> bins;
    private final int blocks;

    Contrast(Estimate estimate, int[] numbers) {
      this.estimate = estimate;
      this.numbers = numbers;
      this.bins = estimate.pieceBins();
      this.blocks = estimate.sums().blocks();
    }

    private double[][] basis(boolean constant) {
      return bins.isEmpty()
          ? new double[0][]
          : ContrastTest.basis(
              estimate.sums().quantity(SampleLayout.WEIGHT),
              estimate.sums().centres(0),
              estimate.turn(),
              bins,
              Math.min(ContrastTest.MOST_CONTRASTS, bins.size() - 1),
              constant);
    }

    /** Where each run spent its time. */
    RunScatter population() {
      double[][] basis = basis(false);
      double[][] own = estimate.sums().byBlock(SampleLayout.WEIGHT);
      double[][] terms = new double[basis.length][blocks];
      for (int a = 0; a < basis.length; a++) {
        for (int i = 0; i < bins.size(); i++) {
          BlockTerms.add(terms[a], basis[a][i], own[bins.get(i)]);
        }
      }
      return new RunScatter(estimate.sums(), numbers, terms);
    }

    /** A mean at given places. */
    RunScatter mean(int sum, int weight) {
      double[][] basis = basis(true);
      double[][] own = estimate.sums().byBlock(sum);
      double[][] ownWeight = estimate.sums().byBlock(weight);
      double[] total = estimate.sums().quantity(sum);
      double[] totalWeight = estimate.sums().quantity(weight);
      double[][] terms = new double[basis.length][blocks];
      for (int a = 0; a < basis.length; a++) {
        for (int i = 0; i < bins.size(); i++) {
          int bin = bins.get(i);
          if (totalWeight[bin] > 0) {
            double mean = total[bin] / totalWeight[bin];
            BlockTerms.add(terms[a], basis[a][i], own[bin]);
            BlockTerms.add(terms[a], -basis[a][i] * mean, ownWeight[bin]);
          }
        }
      }
      return new RunScatter(estimate.sums(), numbers, terms);
    }
  }
}
