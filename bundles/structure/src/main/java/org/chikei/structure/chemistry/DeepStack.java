package org.chikei.structure.chemistry;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs what descends as deep as a molecule has atoms. CDK finds rings by a search that calls
 * itself, and a protein is longer than the stack of a usual thread.
 */
final class DeepStack {
  private static final int SHALLOW = 1000;
  private static final long BYTES_AN_ATOM = 1024;

  private DeepStack() {}

  /**
   * The result of a search.
   *
   * @param depth how deep it may go
   * @param search the search
   * @param <T> what it finds
   * @return what it found
   */
  static <T> T call(int depth, Supplier<T> search) {
    if (depth < SHALLOW) {
      return search.get();
    }
    ExecutorService deep =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread =
                  new Thread(null, task, "chikei-structure-rings", depth * BYTES_AN_ATOM);
              thread.setDaemon(true);
              return thread;
            });
    try {
      return get(deep.submit(search::get));
    } finally {
      deep.shutdown();
    }
  }

  private static <T> T get(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
