package org.chikei.coordinates;

import org.apache.commons.math3.dfp.Dfp;

/**
 * Conformations laid over a reference in 50 digits, by the quaternion that belongs to the largest
 * eigenvalue of Horn's matrix (J. Opt. Soc. Am. A 4, 629 (1987)).
 */
final class PreciseAlignment {
  private final Dfp[] alignmentWeights;
  private final Dfp[][] reference;

  PreciseAlignment(double[][] reference, double[] alignmentWeights) {
    this.alignmentWeights = Precise.normalised(alignmentWeights);
    this.reference = Precise.centred(Precise.exact(reference), this.alignmentWeights);
  }

  /** The centred reference. */
  Dfp[][] reference() {
    return reference;
  }

  /** Centred positions. */
  Dfp[][] centred(Dfp[][] x) {
    return Precise.centred(x, alignmentWeights);
  }

  /** Positions laid over the reference. */
  Dfp[][] aligned(Dfp[][] x) {
    Dfp[][] y = centred(x);
    Dfp[][] q = rotation(y);
    Dfp[][] aligned = new Dfp[x.length][3];
    for (int p = 0; p < x.length; p++) {
      for (int d = 0; d < 3; d++) {
        Dfp sum = Precise.FIELD.getZero();
        for (int e = 0; e < 3; e++) {
          sum = sum.add(q[e][d].multiply(y[p][e]));
        }
        aligned[p][d] = sum;
      }
    }
    return aligned;
  }

  /** The rotation from the reference to centred positions. */
  private Dfp[][] rotation(Dfp[][] y) {
    Dfp[][] s = new Dfp[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        s[a][b] = Precise.FIELD.getZero();
        for (int p = 0; p < y.length; p++) {
          s[a][b] = s[a][b].add(alignmentWeights[p].multiply(reference[p][a]).multiply(y[p][b]));
        }
      }
    }
    Dfp[][] horn = new Dfp[4][4];
    horn[0][0] = s[0][0].add(s[1][1]).add(s[2][2]);
    for (int a = 0; a < 3; a++) {
      int b = (a + 1) % 3;
      int c = (a + 2) % 3;
      horn[0][a + 1] = s[b][c].subtract(s[c][b]);
      horn[a + 1][0] = horn[0][a + 1];
      horn[a + 1][a + 1] = s[a][a].subtract(s[b][b]).subtract(s[c][c]);
      horn[a + 1][b + 1] = s[a][b].add(s[b][a]);
      horn[b + 1][a + 1] = horn[a + 1][b + 1];
    }
    return matrix(Precise.eigen(horn)[0]);
  }

  /** The matrix of a unit quaternion. */
  private static Dfp[][] matrix(Dfp[] q) {
    Dfp[][] m = new Dfp[3][3];
    for (int a = 0; a < 3; a++) {
      int b = (a + 1) % 3;
      int c = (a + 2) % 3;
      Dfp w = q[0];
      Dfp x = q[a + 1];
      Dfp y = q[b + 1];
      Dfp z = q[c + 1];
      m[a][a] = Precise.FIELD.getOne().subtract(y.multiply(y).add(z.multiply(z)).multiply(2));
      m[a][b] = x.multiply(y).subtract(w.multiply(z)).multiply(2);
      m[b][a] = x.multiply(y).add(w.multiply(z)).multiply(2);
    }
    return m;
  }

  /** The mean square deviation of aligned positions. */
  Dfp meanSquare(Dfp[][] aligned, double[] displacementWeights) {
    Dfp[] weights = Precise.normalised(displacementWeights);
    Dfp sum = Precise.FIELD.getZero();
    for (int p = 0; p < aligned.length; p++) {
      for (int d = 0; d < 3; d++) {
        Dfp difference = aligned[p][d].subtract(reference[p][d]);
        sum = sum.add(weights[p].multiply(difference).multiply(difference));
      }
    }
    return sum;
  }
}
