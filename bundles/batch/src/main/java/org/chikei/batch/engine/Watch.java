package org.chikei.batch.engine;

import java.time.Duration;

/** What a thread calls, and since when, for another that looks whether it comes back. */
final class Watch {
  private volatile Object inside;
  private volatile long since;

  /** Called by the thread before each call of a provider. */
  void enter(Object what) {
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
