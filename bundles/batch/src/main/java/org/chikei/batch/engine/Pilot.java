package org.chikei.batch.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;

/** Frames spread over the input, or the first ones where it cannot jump, for a first look. */
public final class Pilot {
  private static final int FRAMES = 1024;
  private static final int ENOUGH = 256;
  private static final int MOST_LOOKED_AT = 1 << 16;

  private final InputLook look;
  private final Selection selection;
  private final FrameWeights weights;
  private final List<Found> found = new ArrayList<>();

  private Pilot(InputLook look, Selection selection, FrameWeights weights) {
    this.look = look;
    this.selection = selection;
    this.weights = weights;
  }

  /**
   * Finds frames.
   *
   * @param data the job's data
   * @param look the open parts
   * @param most how many frames at most
   * @return the frames as a slice, never empty
   * @throws IOException if the input cannot be read, or if the selection leaves no frame
   */
  static Slice spread(JobData data, InputLook look, int most) throws IOException {
    Pilot pilot = new Pilot(look, data.selection(), data.weights());
    int frames = Math.min(FRAMES, most);
    pilot.jump(frames);
    if (pilot.found.isEmpty()) {
      return head(data, frames);
    }
    return pilot.slice(frames);
  }

  /**
   * The first frames.
   *
   * @param data the job's data
   * @param most how many frames at most
   * @return frames of the first segment, never empty
   * @throws IOException if the input cannot be read, or if the selection leaves no frame
   */
  static Slice head(JobData data, int most) throws IOException {
    SliceReader reader = new SliceReader(data, 0);
    try (reader) {
      Slice slice = reader.next();
      if (slice == null) {
        throw new InputException(
            data.source().parts().get(0).written()
                + ": "
                + (data.selection().bounded()
                    ? "no frame lies between source.begin and source.end"
                    : "has no frames"));
      }
      return slice.first(most);
    }
  }

  private void jump(int frames) throws IOException {
    long open = look.parts().stream().filter(p -> p.part() != null).count();
    int asked = (int) Math.max(1, frames / open);
    while (true) {
      found.clear();
      boolean more = false;
      long base = 0;
      for (InputLook.Seen seen : look.parts()) {
        FrameBatch batch = seen.part() == null ? null : spread(seen.part(), asked);
        if (batch != null) {
          more |= batch.size() == asked;
          take(seen.part(), batch, base);
        }
        base = base < 0 || seen.frames() < 0 ? -1 : base + seen.frames();
      }
      if (found.size() >= Math.min(ENOUGH, frames) || !more || asked > MOST_LOOKED_AT / 8) {
        return;
      }
      asked *= 8;
    }
  }

  /** Frames spread over a part; null where it cannot jump or is damaged, which the run will say. */
  private static FrameBatch spread(OpenPart part, int asked) throws IOException {
    try {
      return part.stream().spread(asked);
    } catch (InputException e) {
      return null;
    }
  }

  private void take(OpenPart part, FrameBatch batch, long base) {
    for (int k = 0; k < batch.size(); k++) {
      double time = time(batch, k);
      if (selection.includes(time)) {
        boolean known = base >= 0 && batch.number(k) >= 0;
        found.add(new Found(part, batch, k, time, known ? base + batch.number(k) : -1));
      }
    }
  }

  /** A frame's time as the job counts it; NaN where it counts and the number is not known. */
  private double time(FrameBatch batch, int frame) {
    if (Double.isNaN(selection.timeStep())) {
      return batch.time(frame);
    }
    return batch.number(frame) < 0 ? Double.NaN : batch.number(frame) * selection.timeStep();
  }

  private Slice slice(int most) {
    int size = Math.min(most, found.size());
    Slice.Frames frames =
        new Slice.Frames(
            new OpenPart[size],
            new FrameBatch[size],
            new int[size],
            new double[size],
            new double[size]);
    for (int k = 0; k < size; k++) {
      Found one = found.get((int) ((long) k * found.size() / size));
      frames.parts()[k] = one.part;
      frames.batches()[k] = one.batch;
      frames.frames()[k] = one.frame;
      frames.times()[k] = one.time;
      frames.weights()[k] = weight(one);
    }
    Slice slice = new Slice(0, 0, 0, 0, 0, size, frames, Double.NaN, 0);
    slice.retain();
    return slice;
  }

  /** A frame's weight; 1 where the table has none, which the run itself will say. */
  private double weight(Found one) {
    if (weights == null) {
      return 1;
    }
    try {
      return weights.of(one.index, one.time);
    } catch (IOException e) {
      return 1;
    }
  }

  private record Found(OpenPart part, FrameBatch batch, int frame, double time, long index) {}
}
