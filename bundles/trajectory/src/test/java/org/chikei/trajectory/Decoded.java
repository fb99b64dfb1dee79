package org.chikei.trajectory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameBlock;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;

/** All frames of a file, for tests: a row of three numbers an atom for each frame. */
public record Decoded(
    List<Double> times,
    List<Long> numbers,
    List<double[]> boxes,
    List<double[]> positions,
    List<double[]> velocities,
    List<double[]> forces,
    List<String> warnings) {

  private static final int ROWS = 64;

  /** The data that all bundles' tests share. */
  public static Path data(String name) {
    return Path.of("..", "..", "test-data", name);
  }

  /** Reads a whole file, every atom and every quantity. */
  public static Decoded all(TrajectoryFormat format, Path file) throws IOException {
    return all(format, file, new TrajectoryOptions(0, "", Map.of()));
  }

  /** Reads a whole file with options. */
  public static Decoded all(TrajectoryFormat format, Path file, TrajectoryOptions options)
      throws IOException {
    try (Trajectory trajectory = format.open(file, options)) {
      return all(trajectory, IntStream.range(0, trajectory.atoms()).toArray(), 1, 37);
    }
  }

  /** Reads the rest of a trajectory, some atoms, every so manieth frame. */
  public static Decoded all(Trajectory trajectory, int[] atoms, int step, int batchSize)
      throws IOException {
    Decoded decoded = empty();
    FrameDecoder decoder = trajectory.decoder(atoms);
    for (FrameBatch batch = trajectory.next(batchSize);
        batch != null;
        batch = trajectory.next(batchSize)) {
      int size = batch.size();
      decoded.add(
          batch, decoder, atoms.length, IntStream.range(0, size).filter(f -> f % step == 0));
    }
    decoded.warnings.addAll(trajectory.warnings());
    return decoded;
  }

  /** Decodes one batch. */
  public static Decoded of(Trajectory trajectory, FrameBatch batch) throws IOException {
    Decoded decoded = empty();
    int[] atoms = IntStream.range(0, trajectory.atoms()).toArray();
    decoded.add(batch, trajectory.decoder(atoms), atoms.length, IntStream.range(0, batch.size()));
    return decoded;
  }

  private static Decoded empty() {
    return new Decoded(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private void add(FrameBatch batch, FrameDecoder decoder, int atoms, IntStream chosen)
      throws IOException {
    int[] frames = chosen.toArray();
    FrameBlock block = new FrameBlock(ROWS, atoms, true, true);
    for (int from = 0; from < frames.length; from += ROWS - 1) {
      int to = Math.min(from + ROWS - 1, frames.length);
      decoder.decode(batch, frames, from, to, block, 1);
      for (int k = from; k < to; k++) {
        int row = 1 + k - from;
        times.add(block.times()[row]);
        numbers.add(batch.number(frames[k]));
        boxes.add(row(block.boxes(), 9, row));
        positions.add(row(block.positions(), 3 * atoms, row));
        velocities.add(row(block.velocities(), 3 * atoms, row));
        forces.add(row(block.forces(), 3 * atoms, row));
      }
    }
  }

  private static double[] row(double[] columns, int count, int row) {
    return IntStream.range(0, count).mapToDouble(c -> columns[c * ROWS + row]).toArray();
  }

  /** The number of frames. */
  public int size() {
    return times.size();
  }

  /** Three numbers of one atom. */
  public static double[] vector(List<double[]> quantity, int frame, int atom) {
    return Arrays.copyOfRange(quantity.get(frame), 3 * atom, 3 * atom + 3);
  }

  /** The sum over all frames, atoms and components. */
  public static double sum(List<double[]> quantity) {
    return quantity.stream().flatMapToDouble(Arrays::stream).sum();
  }

  /** The sum of squares over all frames, atoms and components. */
  public static double sumOfSquares(List<double[]> quantity) {
    return quantity.stream().flatMapToDouble(Arrays::stream).map(v -> v * v).sum();
  }

  /** A checksum of all numbers as big-endian floats. */
  public static long checksum(List<double[]> quantity) {
    CRC32 crc = new CRC32();
    for (double[] row : quantity) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * row.length);
      for (double value : row) {
        bytes.putFloat((float) value);
      }
      crc.update(bytes.flip());
    }
    return crc.getValue();
  }
}
