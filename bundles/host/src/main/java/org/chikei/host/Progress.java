package org.chikei.host;

import java.io.PrintStream;
import java.util.Locale;
import org.chikei.api.job.JobMonitor;

/**
 * Tells how far a job is: a bar on a terminal, a line now and then elsewhere. An interrupt of the
 * thread that made it stops the job.
 */
final class Progress implements JobMonitor {
  private static final int WIDTH = 30;
  private static final long BAR_NANOS = 100_000_000L;
  private static final long FIRST_LINE_NANOS = 5_000_000_000L;
  private static final long MOST_LINE_NANOS = 60_000_000_000L;

  private final PrintStream out;
  private final boolean quiet;
  private final boolean terminal;
  private final Thread commandThread = Thread.currentThread();
  private long phaseBegan = System.nanoTime();
  private long interval = FIRST_LINE_NANOS;
  private long next = phaseBegan + interval;
  private int shown;

  Progress(PrintStream out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
    this.terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public synchronized void phase(String description) {
    phaseBegan = System.nanoTime();
    next = phaseBegan + (terminal ? 0 : interval);
    if (terminal) {
      show(description);
    }
  }

  @Override
  public synchronized void progress(long frames, double fraction) {
    long now = System.nanoTime();
    if (quiet || now - next < 0) {
      return;
    }
    double seconds = (now - phaseBegan) * 1e-9;
    String text = line(frames, fraction, seconds);
    if (terminal) {
      next = now + BAR_NANOS;
      show(bar(fraction) + text);
    } else {
      interval = Math.min(2 * interval, MOST_LINE_NANOS);
      next = now + interval;
      out.println(text);
    }
  }

  /** What is told of the progress: {@code 1000 frames, 500 frames/s, 10 s left}. */
  static String line(long frames, double fraction, double seconds) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%d frames, %.0f frames/s", frames, frames / seconds));
    if (fraction > 0 && fraction <= 1) {
      long left = Math.round(seconds * (1 - fraction) / fraction);
      text.append(", ").append(duration(left)).append(" left");
    }
    return text.toString();
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
            : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }

  private static String bar(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      return "";
    }
    int full = (int) Math.round(fraction * WIDTH);
    return "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] ";
  }

  private void show(String text) {
    if (quiet) {
      return;
    }
    out.print('\r' + text + " ".repeat(Math.max(0, shown - text.length())));
    out.flush();
    shown = text.length();
  }

  @Override
  public synchronized void warning(String message) {
    clear();
    System.err.println("warning: " + Commands.oneLine(message));
  }

  private void clear() {
    if (shown > 0) {
      out.print('\r' + " ".repeat(shown) + '\r');
      out.flush();
      shown = 0;
    }
  }

  /** Takes the bar away. */
  synchronized void end() {
    clear();
  }

  @Override
  public boolean cancelled() {
    return commandThread.isInterrupted();
  }
}
