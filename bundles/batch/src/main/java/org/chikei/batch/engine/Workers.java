package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.List;

/** Named daemon threads that do one thing and end. */
public final class Workers {
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Starts threads.
   *
   * @param name the beginning of their names
   * @param count how many
   * @param work what each of them does
   */
  public Workers(String name, int count, Runnable work) {
    for (int k = 0; k < count; k++) {
      Thread thread = new Thread(work, name + "-" + (k + 1));
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /**
   * Waits until all have ended. An interrupt does not end the wait; it is kept for the caller.
   *
   * @param interrupted what to do at an interrupt, such as to tell the threads to stop
   */
  public void join(Runnable interrupted) {
    boolean seen = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          seen = true;
          interrupted.run();
        }
      }
    }
    if (seen) {
      Thread.currentThread().interrupt();
    }
  }
}
