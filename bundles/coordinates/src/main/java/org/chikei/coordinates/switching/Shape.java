package org.chikei.coordinates.switching;

/** Shapes without parameters. */
enum Shape implements Profile {
  /** e^(−x). */
  EXPONENTIAL {
    @Override
    public void evaluate(int size, double[] x, double[] first, double[] second) {
      for (int j = 0; j < size; j++) {
        double s = Math.exp(-x[j]);
        x[j] = s;
        if (first != null) {
          first[j] = -s;
        }
        if (second != null) {
          second[j] = s;
        }
      }
    }
  },

  /** e^(−x²/2). */
  GAUSSIAN {
    @Override
    public void evaluate(int size, double[] x, double[] first, double[] second) {
      for (int j = 0; j < size; j++) {
        double u = Math.min(x[j], FAR);
        double s = Math.exp(-0.5 * u * u);
        x[j] = s;
        if (first != null) {
          first[j] = -u * s;
        }
        if (second != null) {
          second[j] = (u * u - 1) * s;
        }
      }
    }
  },

  /** (x − 1)² (2x + 1) up to x = 1. */
  CUBIC {
    @Override
    public void evaluate(int size, double[] x, double[] first, double[] second) {
      for (int j = 0; j < size; j++) {
        double u = Math.min(x[j], 1);
        x[j] = (u - 1) * (u - 1) * (2 * u + 1);
        if (first != null) {
          first[j] = 6 * u * (u - 1);
        }
        if (second != null) {
          second[j] = 12 * u - 6;
        }
      }
    }

    @Override
    public double end() {
      return 1;
    }
  },

  /** 1 − tanh x. */
  TANH {
    @Override
    public void evaluate(int size, double[] x, double[] first, double[] second) {
      for (int j = 0; j < size; j++) {
        double e = Math.exp(-2 * x[j]);
        double inverse = 1 / (1 + e);
        x[j] = 2 * e * inverse;
        double slope = -4 * e * inverse * inverse;
        if (first != null) {
          first[j] = slope;
        }
        if (second != null) {
          second[j] = -2 * slope * (1 - e) * inverse;
        }
      }
    }
  },

  /** (cos πx + 1)/2 up to x = 1. */
  COSINE {
    @Override
    public void evaluate(int size, double[] x, double[] first, double[] second) {
      for (int j = 0; j < size; j++) {
        double u = Math.PI * Math.min(x[j], 1);
        double half = Math.cos(0.5 * u);
        x[j] = half * half;
        if (first != null) {
          first[j] = -0.5 * Math.PI * Math.sin(u);
        }
        if (second != null) {
          second[j] = -0.5 * Math.PI * Math.PI * Math.cos(u);
        }
      }
    }

    @Override
    public double end() {
      return 1;
    }
  };

  /** An x beyond which the function has long underflowed. */
  private static final double FAR = 100;
}
