package org.chikei.batch.engine;

import java.time.Duration;

/** What a thread calls, and since when, for another that looks whether it comes back. */
public final class Watch {
  private volatile Object inside;
  private volatile long since;

  /** Makes a watch of a thread that calls nothing. */
  public Watch() {}

  /**
   * Called by the thread before each call of a provider.
   *
   * @param what what it calls
   */
  public void enter(Object what) {
    since = System.nanoTime();
    inside = what;
  }

  /** Called by the thread when it is back. */
  void leave() {
    inside = null;
  }

  /** What the thread has been inside of for longer than a limit; null where there is nothing. */
  Object overdue(Duration limit) {
    Object now = inside;
    return now != null && System.nanoTime() - since > limit.toNanos() ? now : null;
  }
}
