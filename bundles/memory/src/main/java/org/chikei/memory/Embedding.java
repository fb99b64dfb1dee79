package org.chikei.memory;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Friction with memory and its random force as a linear system without memory: the velocity v and a
 * few variables z, dv/dt = Σ z over the first variable of each term, dz/dt = M z − g v + noise.
 * What it does in a step is known exactly, and its stationary density is that of independent
 * Gaussian v and z, whatever the step (M. Ceriotti, G. Bussi and M. Parrinello, J. Chem. Theory
 * Comput. 6, 1170 (2010)).
 *
 * @param transition how (v, z) goes on in a step, but for the noise
 * @param noise the factor R of the noise's covariance R Rᵀ
 * @param stationary the factor of the covariance of (v, z) that the system keeps
 */
record Embedding(double[][] transition, double[][] noise, double[][] stationary) {

  /**
   * Embeds.
   *
   * @param terms the kernel
   * @param squaredVelocity ⟨v²⟩
   * @param step the length of a step
   */
  static Embedding of(List<KernelFit.Term> terms, double squaredVelocity, double step) {
    int size = 1;
    for (KernelFit.Term term : terms) {
      size += term.frequency() > 0 ? 2 : 1;
    }
    double[][] drift = new double[size][size];
    double[][] covariance = new double[size][size];
    covariance[0][0] = squaredVelocity;
    int at = 1;
    for (KernelFit.Term term : terms) {
      double rate = 1 / term.time();
      double a = term.cosine();
      drift[0][at] = 1;
      drift[at][0] = -a;
      drift[at][at] = -rate;
      covariance[at][at] = a * squaredVelocity;
      if (term.frequency() > 0) {
        double omega = term.frequency();
        double b = term.sine();
        drift[at][at + 1] = omega;
        drift[at + 1][at] = -omega;
        drift[at + 1][at + 1] = -rate;
        drift[at + 1][0] = -b;
        covariance[at][at + 1] = b * squaredVelocity;
        covariance[at + 1][at] = b * squaredVelocity;
        // with this variance the noise has a covariance for every |b| up to a/ωτ
        covariance[at + 1][at + 1] = a * squaredVelocity * (1 + 2 * rate * rate / (omega * omega));
        at++;
      }
      at++;
    }
    RealMatrix kept = new Array2DRowRealMatrix(covariance, false);
    RealMatrix transition = exponential(new Array2DRowRealMatrix(drift, false), step);
    RealMatrix added = kept.subtract(transition.multiply(kept).multiply(transition.transpose()));
    return new Embedding(transition.getData(), root(added), root(kept));
  }

  /** exp(A t), by its series for a small part of t, squared again and again. */
  private static RealMatrix exponential(RealMatrix a, double t) {
    int halvings = (int) Math.max(0, Math.ceil(Math.log(a.getNorm() * t) / Math.log(2)) + 4);
    RealMatrix small = a.scalarMultiply(t / Math.pow(2, halvings));
    RealMatrix sum = MatrixUtils.createRealIdentityMatrix(a.getRowDimension());
    RealMatrix term = sum;
    for (int k = 1; k < 14; k++) {
      term = term.multiply(small).scalarMultiply(1.0 / k);
      sum = sum.add(term);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum);
    }
    return sum;
  }

  /** R with R Rᵀ = C, for a covariance that may be singular. */
  private static double[][] root(RealMatrix covariance) {
    RealMatrix symmetric = covariance.add(covariance.transpose()).scalarMultiply(0.5);
    EigenDecomposition eigen = new EigenDecomposition(symmetric);
    RealMatrix root = eigen.getV().copy();
    for (int j = 0; j < root.getColumnDimension(); j++) {
      double factor = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(j)));
      for (int i = 0; i < root.getRowDimension(); i++) {
        root.multiplyEntry(i, j, factor);
      }
    }
    return root.getData();
  }

  /** How many numbers the system has. */
  int size() {
    return transition.length;
  }
}
