package org.chikei.models.dynamics;

/**
 * Some consecutive frames of a segment, integrated when somebody needs them and by whoever does so
 * first. The frames of a segment come one stretch after the other, each going on where the one
 * before ended.
 */
final class Stretch {
  private final SimulationPlan plan;
  private final int segment;
  private final int first;
  private final int size;

  /** What has to be integrated before; let go of once that is done. */
  private Stretch before;

  private Motion motion;
  private double[] positions;
  private double[] velocities;
  private boolean taken;
  private RuntimeException failure;

  Stretch(SimulationPlan plan, int segment, int first, int size, Stretch before) {
    this.plan = plan;
    this.segment = segment;
    this.first = first;
    this.size = size;
    this.before = before;
  }

  int segment() {
    return segment;
  }

  /** The place of its first frame in the segment. */
  int first() {
    return first;
  }

  int size() {
    return size;
  }

  /** Takes it on, if nobody has; whoever does must {@link #integrate} it. */
  synchronized boolean take() {
    if (taken) {
      return false;
    }
    taken = true;
    return true;
  }

  /** Whether it is integrated. */
  synchronized boolean isDone() {
    return positions != null || failure != null;
  }

  /** Integrates it, after what comes before. */
  void integrate() {
    try {
      Motion moving = start();
      int n = moving.positions().length;
      double[] q = new double[Math.multiplyExact(n, size)];
      double[] v = plan.moves() ? new double[n * size] : null;
      for (int k = 0; k < size; k++) {
        if (first + k > 0) {
          moving.advance();
        }
        System.arraycopy(moving.positions(), 0, q, k * n, n);
        if (v != null) {
          System.arraycopy(moving.velocities(), 0, v, k * n, n);
        }
      }
      finish(moving, q, v, null);
    } catch (RuntimeException e) {
      finish(null, null, null, e);
    }
  }

  private Motion start() {
    if (before == null) {
      return plan.begin(segment);
    }
    if (before.take()) {
      before.integrate();
    }
    return before.passOn();
  }

  private synchronized void finish(Motion moving, double[] q, double[] v, RuntimeException thrown) {
    motion = moving;
    positions = q;
    velocities = v;
    failure = thrown;
    before = null;
    notifyAll();
  }

  private synchronized Motion passOn() {
    await();
    Motion moving = motion;
    motion = null;
    return moving;
  }

  /** Waits until it is integrated by the thread that took it. */
  private synchronized void await() {
    boolean interrupted = false;
    while (positions == null && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** The positions, frame by frame. */
  double[] positions() {
    await();
    return positions;
  }

  /** The velocities, frame by frame; null where there are none. */
  double[] velocities() {
    await();
    return velocities;
  }
}
