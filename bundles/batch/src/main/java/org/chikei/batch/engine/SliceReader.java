package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;

/**
 * Finds the frames of all parts of a source one after the other, tells segments apart and cuts them
 * into slices. Used by one thread at a time.
 */
public final class SliceReader implements AutoCloseable {
  private static final int READ_AHEAD = 1024;

  private final List<SourcePart> parts;
  private final Selection selection;
  private final FrameWeights weights;
  private final int halo;
  private final boolean apart;
  private final FrameQueue queue = new FrameQueue();
  private final TimeLine line = new TimeLine();
  private final InputLog log;

  /** Parts that are read to their end; some frames may still wait in the queue. */
  private final List<OpenPart> finished = new ArrayList<>();

  private int nextPart;
  private boolean ended;
  private OpenPart part;
  private FrameBatch batch;
  private int inBatch;
  private long rawFrames;

  private boolean segmentOpen;
  private boolean segmentEnded;
  private int segment = -1;
  private int run;
  private int sliceIndex;
  private long firstInSegment;
  private int before;
  private double spacing;

  /** The time of the frame that was found last, as the job sees it. */
  private double time = Double.NaN;

  /**
   * Makes a reader before the first frame.
   *
   * @param parts the parts of the source, read in this order
   * @param selection which frames are used
   * @param weights their weights; null where every frame weighs 1
   * @param halo how many frames before and after its own a slice shows
   */
  public SliceReader(
      List<? extends SourcePart> parts, Selection selection, FrameWeights weights, int halo) {
    this(parts, selection, weights, halo, false);
  }

  /**
   * Makes a reader of the data of a job before the first frame.
   *
   * @param data the data
   * @param halo how many frames before and after its own a slice shows
   */
  SliceReader(JobData data, int halo) {
    this(data.source().parts(), data.selection(), data.weights(), halo, data.restraints() != null);
  }

  private SliceReader(
      List<? extends SourcePart> parts,
      Selection selection,
      FrameWeights weights,
      int halo,
      boolean apart) {
    this.parts = List.copyOf(parts);
    this.selection = selection;
    this.weights = weights;
    this.halo = halo;
    this.apart = apart;
    this.log = new InputLog(selection);
  }

  /** The next slice, or null at the end. Its parts are retained for it. */
  Slice next() throws IOException {
    while (!ended) {
      int ready = queue.size() - before;
      if (segmentEnded ? ready > 0 : ready >= Slice.LENGTH + halo) {
        return cut(Math.min(Slice.LENGTH, ready));
      }
      if (segmentEnded) {
        queue.removeFirst(queue.size());
        before = 0;
        segmentEnded = false;
        segmentOpen = false;
      }
      ended = !find();
    }
    return null;
  }

  private Slice cut(int size) throws IOException {
    if (firstInSegment == 0) {
      segment++;
      spacing = queue.spacing(Slice.LENGTH);
      log.segment(spacing);
    }
    int end = Math.min(queue.size(), before + size + halo);
    Slice slice =
        new Slice(
            sliceIndex++,
            segment,
            run,
            firstInSegment,
            before,
            before + size,
            queue.copy(0, end),
            spacing,
            fraction());
    slice.retain();
    firstInSegment += size;
    int keep = Math.min(halo, before + size);
    queue.removeFirst(before + size - keep);
    before = keep;
    log.frames(size);
    releaseFinished();
    return slice;
  }

  private void releaseFinished() throws IOException {
    for (int k = finished.size() - 1; k >= 0; k--) {
      if (!queue.holds(finished.get(k))) {
        finished.remove(k).release();
      }
    }
  }

  /** Finds frames until a slice can be cut; false at the end of all input. */
  private boolean find() throws IOException {
    while (!segmentEnded && queue.size() - before < Slice.LENGTH + halo) {
      if (batch == null || inBatch == batch.size()) {
        if (!nextBatch()) {
          segmentEnded = segmentOpen;
          return segmentEnded;
        }
      }
      take();
    }
    return true;
  }

  private boolean nextBatch() throws IOException {
    while (true) {
      if (part == null) {
        if (nextPart == parts.size()) {
          return false;
        }
        part = new OpenPart(parts.get(nextPart++));
        log.opened(part);
      }
      batch = next(part);
      inBatch = 0;
      if (batch != null) {
        return true;
      }
      log.finished(part);
      finished.add(part);
      part = null;
    }
  }

  /** The next frames; a fault beyond the end of the selection ends the part and is told. */
  private FrameBatch next(OpenPart from) throws IOException {
    try {
      return from.stream().next(READ_AHEAD);
    } catch (InputException e) {
      if (time <= selection.end() || Double.isNaN(time) || Double.isNaN(selection.end())) {
        throw e;
      }
      log.left(from, e);
      return null;
    }
  }

  private void take() throws IOException {
    double stored = batch.time(inBatch);
    boolean timeless = Double.isNaN(stored);
    boolean another =
        batch.beginsSegment(inBatch)
            || timeless && inBatch == 0 && batch.number(0) == 0
            || apart && run != nextPart - 1;
    if (segmentOpen && (another || !line.continues(stored))) {
      segmentEnded = true;
      return;
    }
    if (!segmentOpen) {
      line.begin(stored);
      segmentOpen = true;
      run = nextPart - 1;
      firstInSegment = 0;
    }
    long inSegment = line.count() - 1;
    if (inSegment == 1 && !timeless && !Double.isNaN(selection.timeStep())) {
      log.timeStep(stored - line.first());
    }
    time = stored;
    if (!Double.isNaN(selection.timeStep())) {
      time = (timeless ? 0 : line.first()) + inSegment * selection.timeStep();
    } else if (timeless && selection.bounded()) {
      throw new InputException(
          part.part().written()
              + ": has no times, so source.begin and source.end say nothing; set source.time-step");
    }
    if (selection.includes(time) && inSegment % selection.stride() == 0) {
      double weight = weights == null ? 1 : weights.of(rawFrames, time);
      queue.add(part, batch, inBatch, time, weight);
    }
    rawFrames++;
    inBatch++;
  }

  /** The number that the next slice will have. */
  int sliceIndex() {
    return sliceIndex;
  }

  /** Gives up: there will be no more slices. */
  void end() {
    ended = true;
  }

  /**
   * How much of the input was found so far.
   *
   * @return from 0 to 1; NaN where it cannot be told
   */
  public double fraction() {
    double inPart = part == null ? 0 : part.stream().progress();
    int done = part == null ? nextPart : nextPart - 1;
    return (done + inPart) / parts.size();
  }

  /**
   * What became known of the input.
   *
   * @return the log; complete once the input has come to its end
   */
  public InputLog log() {
    return log;
  }

  /**
   * How many frames there were before any selection.
   *
   * @return the number so far
   */
  public long rawFrames() {
    return rawFrames;
  }

  @Override
  public void close() throws IOException {
    queue.removeFirst(queue.size());
    if (part != null) {
      finished.add(part);
      part = null;
    }
    releaseFinished();
  }

  /** For tests: the slices of the whole input. */
  List<Slice> all() throws IOException {
    List<Slice> slices = new ArrayList<>();
    for (Slice slice = next(); slice != null; slice = next()) {
      slices.add(slice);
    }
    return slices;
  }
}
