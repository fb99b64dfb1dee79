package org.chikei.batch.windows;

import java.util.ArrayList;
import java.util.List;

/** Whether windows overlap enough to know their free energies against each other. */
final class WindowOverlap {
  /** P. V. Klimovich, M. R. Shirts and D. L. Mobley, J. Comput.-Aided Mol. Des. 29 (2015) 397. */
  private static final double ENOUGH = 0.03;

  private final double[][] overlap;

  WindowOverlap(double[][] overlap) {
    this.overlap = overlap;
  }

  /** A warning for each pair of groups that hang together by too little. */
  List<String> warnings() {
    int n = overlap.length;
    int[] group = new int[n];
    for (int k = 0; k < n; k++) {
      group[k] = k;
    }
    List<String> warnings = new ArrayList<>();
    while (true) {
      int a = -1;
      int b = -1;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean better = a < 0 || shared(i, j) > shared(a, b);
          if (group[i] != group[j] && better) {
            a = Math.min(i, j);
            b = Math.max(i, j);
          }
        }
      }
      if (a < 0) {
        return warnings;
      }
      if (shared(a, b) < ENOUGH) {
        warnings.add(weak(a, b));
      }
      int from = group[b];
      int to = group[a];
      for (int k = 0; k < n; k++) {
        group[k] = group[k] == from ? to : group[k];
      }
    }
  }

  private double shared(int i, int j) {
    return Math.min(overlap[i][j], overlap[j][i]);
  }

  private String weak(int a, int b) {
    return "windows "
        + (a + 1)
        + " and "
        + (b + 1)
        + " share only "
        + (float) (Math.rint(shared(a, b) * 1e5) / 1e5)
        + " of their frames, and what lies on either side hangs together by them: their free energies,"
        + " and every height across, are little more than guesses; run a window between them, or run"
        + " them longer with smaller force constants";
  }
}
