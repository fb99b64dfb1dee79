package org.chikei.batch.windows;

/** Says that nothing tells how the free energies of some windows differ. */
public final class UnconnectedWindows extends Exception {
  private static final long serialVersionUID = 1L;

  private UnconnectedWindows(String message) {
    super(message);
  }

  /** A window without a frame. */
  UnconnectedWindows(int window) {
    this("window " + (window + 1) + " has no frame; leave it out, or widen source.begin and end");
  }

  /** Windows that fall into groups that share no frames. */
  static UnconnectedWindows among(double[][] hessian, double[] counts) {
    boolean[] reached = new boolean[counts.length];
    reached[0] = true;
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < counts.length; i++) {
        for (int j = 0; j < counts.length && reached[i]; j++) {
          double shared = -hessian[i][j] / Math.min(counts[i], counts[j]);
          if (!reached[j] && shared > 1e-9) {
            reached[j] = true;
            more = true;
          }
        }
      }
    }
    StringBuilder apart = new StringBuilder();
    for (int k = 0; k < counts.length; k++) {
      if (!reached[k]) {
        apart.append(apart.isEmpty() ? "" : ", ").append(k + 1);
      }
    }
    return new UnconnectedWindows(
        (apart.isEmpty()
                ? "the windows share so few frames"
                : "the windows " + apart + " share no frames with window 1 and its neighbours")
            + ", so that nothing tells how their free energies differ; run windows between them, or"
            + " with smaller force constants");
  }
}
