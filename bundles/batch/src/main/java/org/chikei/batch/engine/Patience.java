package org.chikei.batch.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.chikei.api.coordinate.Coordinate;

/**
 * How long one call of a provider may take, and the coordinates that took longer, which nobody asks
 * again. Used by all threads.
 */
final class Patience {
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  private final Duration limit;

  /** Replaced as a whole. */
  private volatile Map<Coordinate, Throwable> givenUp = Map.of();

  Patience(Duration limit) {
    this.limit = limit;
  }

  /** What is thrown in place of a coordinate that is given up; its message is a sentence. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exceeded(String sentence) {
      super(sentence);
    }
  }

  Duration limit() {
    return limit;
  }

  /** The coordinates that are given up, each with what is thrown in its place. */
  Map<Coordinate, Throwable> givenUp() {
    return givenUp;
  }

  synchronized void giveUp(Coordinate coordinate, String name, String where) {
    Map<Coordinate, Throwable> more = new IdentityHashMap<>(givenUp);
    more.putIfAbsent(coordinate, new Exceeded(sentence(name, where)));
    givenUp = Collections.unmodifiableMap(more);
  }

  /** What to say of something that did not come back. */
  String sentence(String what, String where) {
    return what
        + " did not come back within "
        + limit.toSeconds()
        + " s "
        + where
        + " and was given up; a thread may still run in it. Give it more time, or tell its makers";
  }

  /**
   * Does something on a thread of its own, which is left behind if it does not come back.
   *
   * @param thread the thread's name
   * @param call what to do
   * @param late whether to wait no longer
   * @return what it gave; null if it did not come back
   * @throws ExecutionException if it threw
   */
  static <T> T await(String thread, Callable<T> call, BooleanSupplier late)
      throws ExecutionException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread worker = new Thread(task, thread);
    worker.setDaemon(true);
    worker.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (late.getAsBoolean()) {
            return null;
          }
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
