package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;

/**
 * Finds the frames of all files one after the other, tells segments apart and cuts them into
 * slices. Used by one thread at a time.
 */
public final class SliceReader implements AutoCloseable {
  private static final int READ_AHEAD = 1024;

  private final List<InputFile> files;
  private final Selection selection;
  private final FrameWeights weights;
  private final int halo;
  private final FrameQueue queue = new FrameQueue();
  private final TimeLine line = new TimeLine();
  private final InputLog log;

  /** Files that are read to their end; some frames may still wait in the queue. */
  private final List<OpenFile> finished = new ArrayList<>();

  private int nextFile;
  private boolean ended;
  private OpenFile file;
  private FrameBatch batch;
  private int inBatch;
  private long rawFrames;

  private boolean segmentOpen;
  private boolean segmentEnded;
  private int segment = -1;
  private int sliceIndex;
  private long firstInSegment;
  private int before;
  private double spacing;

  /** The time of the frame that was found last, as the job sees it. */
  private double time = Double.NaN;

  /**
   * Makes a reader before the first frame.
   *
   * @param files the files, read in this order
   * @param selection which frames are used
   * @param weights their weights; null where every frame weighs 1
   * @param halo how many frames before and after its own a slice shows
   */
  public SliceReader(List<InputFile> files, Selection selection, FrameWeights weights, int halo) {
    this.files = List.copyOf(files);
    this.selection = selection;
    this.weights = weights;
    this.halo = halo;
    this.log = new InputLog(selection);
  }

  /** The next slice, or null at the end. Its files are retained for it. */
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
      if (file == null) {
        if (nextFile == files.size()) {
          return false;
        }
        file = new OpenFile(files.get(nextFile++));
        log.opened(file);
      }
      batch = next(file);
      inBatch = 0;
      if (batch != null) {
        return true;
      }
      log.finished(file);
      finished.add(file);
      file = null;
    }
  }

  /** The next frames; a fault beyond the end of the selection ends the file and is told. */
  private FrameBatch next(OpenFile from) throws IOException {
    try {
      return from.trajectory().next(READ_AHEAD);
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
    boolean otherFile = inBatch == 0 && batch.number(0) == 0;
    if (segmentOpen && (timeless && otherFile || !line.continues(stored))) {
      segmentEnded = true;
      return;
    }
    if (!segmentOpen) {
      line.begin(stored);
      segmentOpen = true;
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
          file.input().path(),
          "has no times, so source.begin and source.end say nothing; set source.time-step");
    }
    if (selection.includes(time) && inSegment % selection.stride() == 0) {
      double weight = weights == null ? 1 : weights.of(rawFrames, time);
      queue.add(file, batch, inBatch, time, weight);
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
    double inFile = file == null ? 0 : file.trajectory().progress();
    int done = file == null ? nextFile : nextFile - 1;
    return (done + inFile) / files.size();
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
    if (file != null) {
      finished.add(file);
      file = null;
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
