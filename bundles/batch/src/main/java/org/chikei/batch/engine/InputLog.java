package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.InputException;

/** What became known of the input while it was read. */
public final class InputLog {
  private final Selection selection;
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private long frames;
  private int segments;
  private double spacing = Double.NaN;
  private boolean even = true;

  InputLog(Selection selection) {
    this.selection = selection;
  }

  void opened(OpenPart part) {
    notes.addAll(part.stream().notes());
  }

  void finished(OpenPart part) {
    notes.addAll(part.stream().notes());
    warnings.addAll(part.stream().warnings());
  }

  void left(OpenPart part, InputException fault) {
    warnings.add(
        fault.getMessage()
            + "; the rest of "
            + part.part().written()
            + " was left out, since it comes after 'source.end'");
  }

  void segment(double newSpacing) {
    if (segments > 0 && !Double.isNaN(newSpacing)) {
      even &= Double.isNaN(spacing) || Math.abs(newSpacing - spacing) <= 1e-6 * spacing;
    }
    if (Double.isNaN(spacing)) {
      spacing = newSpacing;
    }
    segments++;
  }

  void timeStep(double stored) {
    double step = selection.timeStep();
    if (Math.abs(stored - step) > 1e-4 * step) {
      notes.add(
          "times are those of 'source.time-step', "
              + (float) step
              + " ps a frame; the files say "
              + (float) stored
              + " ps");
    }
  }

  void frames(int count) {
    frames += count;
  }

  /**
   * The number of frames that were used.
   *
   * @return the number
   */
  public long frames() {
    return frames;
  }

  /**
   * The number of unbroken runs in time.
   *
   * @return the number
   */
  public int segments() {
    return segments;
  }

  /**
   * The time between the frames that are used.
   *
   * @return the spacing in ps; NaN where it differs between segments or is not known
   */
  public double spacing() {
    return even ? spacing : Double.NaN;
  }

  /**
   * Assumptions that a reader should know.
   *
   * @return sentences
   */
  public List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (segments > 1) {
      all.add(
          "the input has "
              + segments
              + " segments: a new one begins where a time does not increase, a frame is missing, or the"
              + " source begins another, and nothing is differentiated or correlated across");
    }
    return all;
  }

  /**
   * What was wrong and could be lived with.
   *
   * @return sentences
   */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Which frames were asked for.
   *
   * @return the selection
   */
  public Selection selection() {
    return selection;
  }
}
