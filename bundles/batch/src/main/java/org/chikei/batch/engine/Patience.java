package org.chikei.batch.engine;

import java.math.BigDecimal;
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
import org.chikei.api.job.JobCancelledException;

/**
 * How long one call of a provider may take, and the coordinates that took longer, which nobody asks
 * again. Used by all threads.
 */
public final class Patience {
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  private final Duration limit;
  private final BooleanSupplier cancelled;

  /** Replaced as a whole. */
  private volatile Map<Coordinate, Throwable> givenUp = Map.of();

  /**
   * Makes the patience of a job.
   *
   * @param limit how long one call of a coordinate or a step may take
   * @param cancelled whether nobody waits for the job any more
   */
  public Patience(Duration limit, BooleanSupplier cancelled) {
    this.limit = limit;
    this.cancelled = cancelled;
  }

  /** Thrown where a thread is left behind. */
  public static final class Late extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Object inside;

    private Late(Object inside) {
      this.inside = inside;
    }

    /** What it did not come back from. */
    Object inside() {
      return inside;
    }
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

  synchronized void giveUp(Coordinate coordinate, String name, String bundle, String where) {
    Map<Coordinate, Throwable> more = new IdentityHashMap<>(givenUp);
    more.putIfAbsent(coordinate, new Exceeded(sentence(name, bundle, where)));
    givenUp = Collections.unmodifiableMap(more);
  }

  /** The limit in words. */
  String words() {
    return words(limit);
  }

  static String words(Duration limit) {
    return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  /**
   * What to say of something that did not come back.
   *
   * @param what what it is
   * @param bundle whose it is
   * @param where what it did not come back from
   * @return a sentence
   */
  public String sentence(String what, String bundle, String where) {
    return what
        + " did not come back within "
        + words()
        + " "
        + where
        + " and was given up; a thread may still run in it. Give it more time, or tell the makers of "
        + bundle;
  }

  /**
   * Does something on a thread of its own, which is left behind if it does not come back from what
   * it told the watch.
   *
   * @param thread the thread's name
   * @param watch told what it calls
   * @param call what to do
   * @param <T> what it gives
   * @return what it gave
   * @throws ExecutionException if it threw
   * @throws Late if it did not come back
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  public <T> T await(String thread, Watch watch, Callable<T> call)
      throws ExecutionException, Late, JobCancelledException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread worker = new Thread(task, thread);
    worker.setDaemon(true);
    worker.start();
    while (true) {
      try {
        return task.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Object inside = watch.overdue(limit);
        if (inside != null) {
          throw new Late(inside);
        }
        if (cancelled.getAsBoolean()) {
          throw new JobCancelledException();
        }
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        throw new JobCancelledException();
      }
    }
  }
}
