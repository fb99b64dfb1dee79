package org.chikei.batch.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;

/**
 * Files of properties that tell how to make frames of {@link FakeMotion}: {@code FAKE} in the first
 * line, then atoms, frames, start, spacing, gaps (frames before which a spacing is left out),
 * content (any of x, t, v, f), seek, batch, bad (a frame that cannot be decoded), nan (a frame
 * whose first two atoms fall together), damaged (a frame at which the file cannot be followed).
 */
public final class FakeFormat implements TrajectoryFormat {
  private final AtomicInteger open = new AtomicInteger();

  /** How many trajectories are open. */
  public int open() {
    return open.get();
  }

  @Override
  public int recognises(byte[] head, String fileName) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("FAKE") ? 3 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    Properties p = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      p.load(in);
    }
    open.incrementAndGet();
    return new Fake(file, p);
  }

  private final class Fake implements Trajectory {
    final Path file;
    final int atoms;
    final int frames;
    final int largest;
    final double start;
    final double spacing;
    final List<String> gaps;
    final String content;
    final boolean seek;
    final int bad;
    final int nan;
    final int damaged;
    int next;
    volatile boolean closed;

    Fake(Path file, Properties p) {
      this.file = file;
      atoms = number(p, "atoms", 4);
      frames = number(p, "frames", 100);
      largest = number(p, "batch", 1000);
      start = Double.parseDouble(p.getProperty("start", "0"));
      spacing = Double.parseDouble(p.getProperty("spacing", "0.05"));
      gaps = List.of(p.getProperty("gaps", "").split(","));
      content = p.getProperty("content", "xtvf");
      seek = Boolean.parseBoolean(p.getProperty("seek", "true"));
      bad = number(p, "bad", -1);
      nan = number(p, "nan", -1);
      damaged = number(p, "damaged", -1);
    }

    private int number(Properties p, String key, int otherwise) {
      return Integer.parseInt(p.getProperty(key, String.valueOf(otherwise)));
    }

    double time(int frame) {
      if (!content.contains("t")) {
        return Double.NaN;
      }
      return motionTime(frame);
    }

    double motionTime(int frame) {
      int skipped = 0;
      for (String gap : gaps) {
        skipped += !gap.isEmpty() && Integer.parseInt(gap) <= frame ? 1 : 0;
      }
      return start + (frame + 3 * skipped) * spacing;
    }

    @Override
    public int atoms() {
      return atoms;
    }

    @Override
    public Set<FrameContent> carries() {
      Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
      if (content.contains("t")) {
        carries.add(FrameContent.TIME);
      }
      if (content.contains("v")) {
        carries.add(FrameContent.VELOCITIES);
      }
      if (content.contains("f")) {
        carries.add(FrameContent.FORCES);
      }
      return carries;
    }

    @Override
    public long frames() {
      return seek ? frames : -1;
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public FrameBatch next(int maximum) throws IOException {
      if (damaged >= 0 && next >= damaged) {
        throw new InputException(file, "frame " + damaged + ": the file is damaged here");
      }
      if (next >= frames) {
        return null;
      }
      int size = Math.min(Math.min(maximum, largest), (damaged < 0 ? frames : damaged) - next);
      int[] numbers = new int[size];
      for (int k = 0; k < size; k++) {
        numbers[k] = next++;
      }
      return new Batch(this, numbers);
    }

    @Override
    public FrameBatch spread(int maximum) {
      if (!seek) {
        return null;
      }
      int size = Math.min(maximum, frames);
      int[] numbers = new int[size];
      for (int k = 0; k < size; k++) {
        numbers[k] = (int) ((long) k * frames / size);
      }
      return new Batch(this, numbers);
    }

    @Override
    public FrameDecoder decoder(int[] wanted) {
      return (batch, picked, from, to, block, row) -> {
        for (int k = from; k < to; k++) {
          decode(((Batch) batch).numbers[picked[k]], wanted, block, row + k - from);
        }
      };
    }

    private void decode(int frame, int[] wanted, FrameBlock block, int row) throws IOException {
      if (closed) {
        throw new IOException(file + " is closed");
      }
      if (frame == bad) {
        throw new InputException(file, "frame " + frame + ": NaN in the positions");
      }
      double t = motionTime(frame);
      block.times()[row] = time(frame);
      block.clearBox(row);
      for (int a = 0; a < wanted.length; a++) {
        for (int d = 0; d < 3; d++) {
          int atom = frame == nan ? 0 : wanted[a];
          int at = (3 * a + d) * block.stride() + row;
          block.positions()[at] = FakeMotion.position(atom, d, t);
          if (block.velocities() != null) {
            block.velocities()[at] = FakeMotion.velocity(atom, d, t);
          }
          if (block.forces() != null) {
            block.forces()[at] = FakeMotion.mass(wanted[a]) * FakeMotion.acceleration(atom, d, t);
          }
        }
      }
    }

    @Override
    public double progress() {
      return next / (double) frames;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {
      closed = true;
      open.decrementAndGet();
    }
  }

  private record Batch(Fake trajectory, int[] numbers) implements FrameBatch {
    @Override
    public int size() {
      return numbers.length;
    }

    @Override
    public double time(int frame) {
      return trajectory.time(numbers[frame]);
    }

    @Override
    public long number(int frame) {
      return numbers[frame];
    }
  }
}
