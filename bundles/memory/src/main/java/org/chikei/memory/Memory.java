package org.chikei.memory;

import java.util.Arrays;
import java.util.List;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.result.Quantity;

/**
 * The memory kernel of one or more coordinates with what belongs to it. Columns are those of a pair
 * of coordinates, pairs in the order of rows.
 *
 * @param motions the motion along each coordinate, the isometric one where that is used
 * @param isometric whether it is
 * @param masses whether ⟨ṙ²; r⟩ changes along each coordinate as given
 * @param reversible whether the run looks the same backwards, so that both directions are averaged
 * @param force the mean force
 * @param velocity ⟨ṙ(t) ṙ(0)⟩
 * @param velocityErrors its standard errors
 * @param kernels Γ by every method
 * @param without Γ of the second kind without each block
 * @param errors its standard errors
 * @param frictionErrors those of ∫₀ᵗΓ
 * @param others ∫Γ of the first and the second kind for every pair, each with its error
 * @param distances how far Γ of the first kind and of the integral method are from that of the
 *     second kind, as parts of its norm
 * @param noise the norm of the errors as a part of that of Γ
 * @param random the random force
 */
record Memory(
    List<Motion> motions,
    boolean isometric,
    List<MassTest> masses,
    boolean reversible,
    MeanForce force,
    double[][] velocity,
    double[][] velocityErrors,
    Kernels kernels,
    Jackknife without,
    double[][] errors,
    double[][] frictionErrors,
    Quantity[][] others,
    double[] distances,
    double noise,
    RandomForce random) {
  /** Kernels that are closer than this part of their norm agree. */
  private static final double CLOSE = 0.15;

  static Memory of(StepRequest request, MotionChoice choice, EvenFrames frames) throws StepFailure {
    List<Motion> motions = choice.motions();
    double h = motions.get(0).step();
    int lags = MemoryRange.lags(request, motions.get(0), frames);
    List<MassTest> masses = motions.stream().map(MassTest::of).toList();
    boolean isometric = isometric(request, masses);
    if (isometric) {
      Motion given = motions.get(0);
      motions = List.of(IsometricCoordinate.of(given, meanSquare(given)));
    }
    Blocks blocks = Blocks.of(motions.get(0).starts(), lags, 0);
    MeanForce force = MeanForce.of(motions, blocks);
    Correlations correlations = correlations(motions, force, lags);
    double[][][] means = byKind(correlations.means(-1));
    double[][][][] leftOut = new double[blocks.count()][][][];
    Arrays.setAll(leftOut, b -> byKind(correlations.means(b)));
    boolean reversible = TimeReversal.holds(means, leftOut);
    if (reversible) {
      means = TimeReversal.even(means);
      Arrays.setAll(leftOut, b -> TimeReversal.even(leftOut[b]));
    }
    Kernels kernels = Kernels.of(means, h);
    PairScale scale = PairScale.of(means[Kernels.VV]);
    double[][] scaled = scale.kernel(kernels.second());
    MemoryRange.refuseShort(frames, scaled, h);
    int pairs = kernels.second().length;
    MeanForceInfluence influence =
        new MeanForceInfluence(motions, force, means[Kernels.VV], MeanForceInfluence.MOST);
    Jackknife second = new Jackknife(pairs, lags, blocks.count());
    Jackknife friction = new Jackknife(pairs, lags, blocks.count());
    Jackknife velocity = new Jackknife(pairs, lags, blocks.count());
    Jackknife ends = new Jackknife(2, pairs - 1, blocks.count());
    for (int b = 0; b < blocks.count(); b++) {
      influence.correct(leftOut[b], b);
      Kernels each = Kernels.of(leftOut[b], h);
      second.set(b, each.second());
      friction.set(b, each.friction());
      velocity.set(b, leftOut[b][Kernels.VV]);
      ends.set(b, new double[][] {integrals(each.first(), h), integrals(each.second(), h)});
    }
    double[][] errors = second.errors();
    double norm = norm(scaled, null);
    return new Memory(
        motions,
        isometric,
        masses,
        reversible,
        force,
        means[Kernels.VV],
        velocity.errors(),
        kernels,
        second,
        errors,
        friction.errors(),
        new Quantity[][] {
          quantities(integrals(kernels.first(), h), ends.errors()[0]),
          quantities(integrals(kernels.second(), h), ends.errors()[1])
        },
        new double[] {
          norm(scale.kernel(kernels.first()), scaled) / norm,
          norm(scale.kernel(kernels.integral()), scaled) / norm
        },
        norm(scale.kernel(errors), null) / norm,
        RandomForce.of(motions, force.rest(), kernels.second()));
  }

  private static boolean isometric(StepRequest request, List<MassTest> masses) throws StepFailure {
    String along = request.parameters().text("along");
    if (masses.size() > 1 && along.equals("isometric")) {
      throw new StepFailure(
          "several coordinates have no isometric ones in common; ask for along: given, or for one"
              + " coordinate alone");
    }
    return masses.size() == 1
        && (along.equals("isometric") || along.equals("auto") && masses.get(0).significant());
  }

  private static Correlations correlations(List<Motion> motions, MeanForce force, int lags) {
    int size = motions.size();
    double[][] columns = new double[3 * size][];
    int[] later = new int[Kernels.KINDS * size * size];
    int[] earlier = new int[later.length];
    for (int a = 0; a < size; a++) {
      columns[a] = motions.get(a).velocity();
      columns[size + a] = motions.get(a).acceleration();
      columns[2 * size + a] = force.rest()[a];
      for (int c = 0; c < size; c++) {
        int pair = a * size + c;
        set(later, earlier, Kernels.VV, pair, a, c);
        set(later, earlier, Kernels.AV, pair, size + a, c);
        set(later, earlier, Kernels.UV, pair, 2 * size + a, c);
        set(later, earlier, Kernels.UA, pair, 2 * size + a, size + c);
        set(later, earlier, Kernels.VU, pair, c, 2 * size + a);
        set(later, earlier, Kernels.AU, pair, size + c, 2 * size + a);
      }
    }
    return Correlations.of(motions.get(0).starts(), lags, 0, columns, later, earlier);
  }

  private static void set(int[] later, int[] earlier, int kind, int pair, int at, int zero) {
    int p = kind * later.length / Kernels.KINDS + pair;
    later[p] = at;
    earlier[p] = zero;
  }

  private static double[][][] byKind(double[][] pairs) {
    int each = pairs.length / Kernels.KINDS;
    double[][][] kinds = new double[Kernels.KINDS][][];
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] = Arrays.copyOfRange(pairs, kind * each, (kind + 1) * each);
    }
    return kinds;
  }

  private static double[] integrals(double[][] columns, double h) {
    return Arrays.stream(columns).mapToDouble(x -> last(Volterra.integral(x, h))).toArray();
  }

  private static double last(double[] column) {
    return column[column.length - 1];
  }

  private static Quantity[] quantities(double[] values, double[] errors) {
    Quantity[] quantities = new Quantity[values.length];
    Arrays.setAll(quantities, p -> new Quantity(values[p], errors[p], ""));
    return quantities;
  }

  /** ⟨ṙ²; r⟩. */
  private static Spline meanSquare(Motion motion) {
    SplineAxis axis = SplineAxis.of(motion, SplineAxis.intervals(motion.frames(), 1));
    double[][] r = {motion.position()};
    double[] squares = Arrays.stream(motion.velocity()).map(v -> v * v).toArray();
    return Spline.of(axis, SplineFit.of(new SplineGrid(axis), r, squares));
  }

  private static double norm(double[][] x, double[][] minus) {
    double sum = 0;
    for (int p = 0; p < x.length; p++) {
      for (int k = 0; k < x[p].length; k++) {
        double off = x[p][k] - (minus == null ? 0 : minus[p][k]);
        sum += off * off;
      }
    }
    return Math.sqrt(sum);
  }

  /** How many coordinates there are. */
  int coordinates() {
    return motions.size();
  }

  /** The time between frames. */
  double step() {
    return motions.get(0).step();
  }

  int lags() {
    return errors[0].length - 1;
  }

  /** The scale that gives all coordinates the same unit. */
  PairScale scale() {
    return PairScale.of(velocity);
  }

  double memoryTime() {
    return MemoryRange.time(scale().kernel(kernels.second()), step());
  }

  /**
   * From which lag on ∫Γ of a pair changes by no more than half of what its error grows by, and a
   * two-hundredth; the last lag where it does not become level.
   */
  int level(int pair) {
    double[] g = kernels.friction()[pair];
    double[] error = frictionErrors[pair];
    for (int from = 1; from < lags(); from++) {
      boolean level = true;
      for (int k = from + 1; k <= lags() && level; k++) {
        double grown = error[k] * error[k] - error[from] * error[from];
        double allowed = 0.5 * Math.sqrt(Math.max(0, grown)) + 0.005 * Math.abs(g[from]);
        level = Math.abs(g[k] - g[from]) <= allowed;
      }
      if (level) {
        return from;
      }
    }
    return lags();
  }

  /** How many of the three methods agree with that of the second kind, itself among them. */
  int votes() {
    int votes = 1;
    for (double distance : distances) {
      votes += distance < Math.max(CLOSE, 3 * noise) ? 1 : 0;
    }
    return votes;
  }

  /** Γ(t)⟨ṙ ṙᵀ⟩, which ⟨ξ(t) ξ(0)⟩ should be. */
  double[][] expected() {
    int size = coordinates();
    double[][] expected = new double[size * size][lags() + 1];
    for (int p = 0; p < expected.length; p++) {
      for (int m = 0; m < size; m++) {
        double[] gamma = kernels.second()[p / size * size + m];
        double square = velocity[m * size + p % size][0];
        for (int k = 0; k <= lags(); k++) {
          expected[p][k] += gamma[k] * square;
        }
      }
    }
    return expected;
  }

  /** How far ⟨ξ(t) ξ(0)⟩ is from Γ(t)⟨ṙ²⟩, as a part of its norm. */
  double fluctuationDissipation() {
    double[][] expected = scale().force(expected());
    return norm(scale().force(random.correlation()), expected) / norm(expected, null);
  }
}
