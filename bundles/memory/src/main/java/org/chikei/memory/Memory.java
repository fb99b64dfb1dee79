package org.chikei.memory;

import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;

/**
 * The memory kernel of a coordinate with what belongs to it.
 *
 * @param motion the motion, along the isometric coordinate where that is used
 * @param isometric whether it is
 * @param mass whether ⟨ṙ²; r⟩ changes along the coordinate as given
 * @param velocity ⟨ṙ(t) ṙ(0)⟩
 * @param kernels Γ by every method
 * @param errors the standard errors of Γ of the second kind
 * @param frictionErrors those of ∫₀ᵗΓ
 * @param others ∫Γ of the first and the second kind, each with its error
 * @param distances how far Γ of the first kind and of the integral method are from that of the
 *     second kind, as parts of its norm
 * @param noise the norm of the errors as a part of that of Γ
 * @param force the random force
 */
record Memory(
    Motion motion,
    boolean isometric,
    MassTest mass,
    double[] velocity,
    Kernels kernels,
    double[] errors,
    double[] frictionErrors,
    double[][] others,
    double[] distances,
    double noise,
    RandomForce force) {
  private static final int DEFAULT_LAGS = 200;
  private static final int FEWEST_LAGS = 4;

  /** Kernels that are closer than this part of their norm agree. */
  private static final double CLOSE = 0.15;

  /** A memory must last for this many frames. */
  private static final double SHORTEST = 1.5;

  static Memory of(StepRequest request, MotionChoice choice) throws StepFailure {
    Motion motion = choice.motion();
    double h = motion.step();
    int lags = lags(request, motion);
    MassTest mass = MassTest.of(motion);
    String along = request.parameters().text("along");
    boolean isometric = along.equals("isometric") || along.equals("auto") && mass.significant();
    if (isometric) {
      motion = IsometricCoordinate.of(motion, fit(motion, squares(motion)));
    }
    double[] rest = rest(motion);
    Correlations correlations =
        Correlations.of(
            motion.starts(),
            lags,
            0,
            new double[][] {motion.velocity(), motion.acceleration(), rest},
            new int[] {0, 1, 2, 2},
            new int[] {0, 0, 0, 1});
    double[][] means = correlations.means(-1);
    Kernels kernels = Kernels.of(means, h);
    refuseShort(request, kernels.second(), h);
    int blocks = correlations.blocks();
    double[][] second = new double[blocks][];
    double[][] friction = new double[blocks][];
    double[][] ends = new double[2][blocks];
    for (int b = 0; b < blocks; b++) {
      Kernels without = Kernels.of(correlations.means(b), h);
      second[b] = without.second();
      friction[b] = without.friction();
      ends[0][b] = Volterra.integral(without.first(), h)[lags];
      ends[1][b] = Volterra.integral(without.second(), h)[lags];
    }
    double[] errors = Jackknife.errors(second);
    double norm = norm(kernels.second(), null);
    return new Memory(
        motion,
        isometric,
        mass,
        means[Kernels.VV],
        kernels,
        errors,
        Jackknife.errors(friction),
        new double[][] {
          {Volterra.integral(kernels.first(), h)[lags], Jackknife.error(ends[0])},
          {Volterra.integral(kernels.second(), h)[lags], Jackknife.error(ends[1])}
        },
        new double[] {
          norm(kernels.first(), kernels.second()) / norm,
          norm(kernels.integral(), kernels.second()) / norm
        },
        norm(errors, null) / norm,
        RandomForce.of(motion, rest, kernels.second()));
  }

  private static int lags(StepRequest request, Motion motion) throws StepFailure {
    double h = motion.step();
    int longest = motion.longest() - 1;
    if (!request.parameters().has("to")) {
      return Math.max(FEWEST_LAGS, Math.min(DEFAULT_LAGS, longest / 4));
    }
    double to = request.parameters().real("to");
    double lags = Math.rint(to / h);
    if (lags < FEWEST_LAGS) {
      throw new StepFailure(
          "'to: "
              + Words.number(to, 6)
              + "' is less than "
              + FEWEST_LAGS
              + " frames, which are "
              + Words.number(h, 3)
              + " apart; follow the kernel for longer, or save frames more often");
    }
    if (lags > longest) {
      throw new StepFailure(
          "'to: "
              + Words.number(to, 6)
              + "' is longer than the longest unbroken run of frames, "
              + Words.number(longest * h, 4));
    }
    return (int) lags;
  }

  private static double[] squares(Motion motion) {
    double[] squares = new double[motion.frames()];
    for (int j = 0; j < squares.length; j++) {
      squares[j] = motion.velocity()[j] * motion.velocity()[j];
    }
    return squares;
  }

  private static Spline fit(Motion motion, double[] quantity) {
    double[] range = motion.range();
    boolean periodic = motion.period().isPresent();
    SplineFit fit =
        new SplineFit(
            periodic ? motion.period().get().minimum() : range[0],
            periodic ? motion.period().get().maximum() : range[1],
            SplineFit.intervals(motion.frames()),
            periodic,
            1);
    fit.add(motion.position(), 0, motion.frames(), quantity);
    return fit.fit()[0];
  }

  /** u = r̈ − f_m(r). */
  private static double[] rest(Motion motion) {
    Spline force = fit(motion, motion.acceleration());
    double[] rest = new double[motion.frames()];
    for (int j = 0; j < rest.length; j++) {
      rest[j] = motion.acceleration()[j] - force.value(motion.position()[j]);
    }
    return rest;
  }

  private static void refuseShort(StepRequest request, double[] kernel, double h)
      throws StepFailure {
    double time = time(kernel, h);
    if (!(time >= SHORTEST * h)) {
      throw new StepFailure(
          "the memory of '"
              + request.coordinates().get(0).name()
              + "' is gone within a frame, so that frames "
              + Words.number(h, 3)
              + " apart do not show how; save frames every "
              + Words.number(h / 10, 1)
              + " or closer (a coordinate driven by white noise has no longer memory however close they"
              + " are)");
    }
  }

  /** 2 ∫Γ²/Γ(0)²: the τ of an exponential. */
  private static double time(double[] kernel, double h) {
    double sum = kernel[0] * kernel[0] / 2;
    for (int k = 1; k < kernel.length; k++) {
      sum += kernel[k] * kernel[k];
    }
    return 2 * h * sum / (kernel[0] * kernel[0]);
  }

  private static double norm(double[] x, double[] minus) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double off = x[k] - (minus == null ? 0 : minus[k]);
      sum += off * off;
    }
    return Math.sqrt(sum);
  }

  int lags() {
    return errors.length - 1;
  }

  double memoryTime() {
    return time(kernels.second(), motion.step());
  }

  /**
   * From which lag on ∫Γ changes by no more than two of its errors, or a fiftieth; the last lag
   * where it does not become level.
   */
  int level() {
    double[] g = kernels.friction();
    for (int from = 1; from < lags(); from++) {
      boolean level = true;
      for (int k = from + 1; k <= lags() && level; k++) {
        double grown = frictionErrors[k] * frictionErrors[k];
        grown -= frictionErrors[from] * frictionErrors[from];
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

  /** How far ⟨ξ(t) ξ(0)⟩ is from Γ(t)⟨ṙ²⟩, as a part of its norm. */
  double fluctuationDissipation() {
    double[] expected = new double[errors.length];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = kernels.second()[k] * velocity[0];
    }
    return norm(force.correlation(), expected) / norm(expected, null);
  }
}
