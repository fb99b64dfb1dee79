package org.chikei.api.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Samples kept as they came, in the order of time and cut into segments: what a step needs that
 * looks at the series itself. They stay in memory up to a limit and go to a temporary file beyond,
 * from which one column of one segment at a time is read. Used by one thread at a time.
 */
public final class SeriesRecording implements Accumulator, AutoCloseable {

  /** What of a block is kept. Thread-safe. */
  public interface Columns {

    /**
     * How many columns there are.
     *
     * @return at least 1
     */
    int count();

    /**
     * One of them.
     *
     * @param block the samples
     * @param column which one, from 0
     * @return a column of the block
     */
    double[] of(SampleBlock block, int column);
  }

  /** A run of frames of one segment, in memory or at a place in the file. */
  private static final class Piece {
    final int size;
    double[][] columns;
    long place = -1;

    Piece(double[][] columns) {
      this.columns = columns;
      this.size = columns[0].length;
    }
  }

  /** Numbers that stay in memory before what came first goes to the file: 256 MB. */
  private static final long MOST_IN_MEMORY = 1L << 25;

  private final Columns columns;
  private final long mostInMemory;
  private final List<List<Piece>> segments = new ArrayList<>();
  private long inMemory;
  private int firstSegment = -1;
  private int lastSegment = -1;
  private FileChannel file;

  /**
   * Makes an empty recording.
   *
   * @param columns what of a block is kept
   */
  public SeriesRecording(Columns columns) {
    this(columns, MOST_IN_MEMORY);
  }

  SeriesRecording(Columns columns, long mostInMemory) {
    this.columns = columns;
    this.mostInMemory = mostInMemory;
  }

  @Override
  public void add(SampleBlock block) {
    if (block.segment() != lastSegment) {
      segments.add(new ArrayList<>());
    }
    if (firstSegment < 0) {
      firstSegment = block.segment();
    }
    lastSegment = block.segment();
    double[][] kept = new double[columns.count()][];
    for (int c = 0; c < kept.length; c++) {
      kept[c] = Arrays.copyOfRange(columns.of(block, c), block.from(), block.to());
    }
    keep(new Piece(kept));
  }

  private void keep(Piece piece) {
    segments.get(segments.size() - 1).add(piece);
    if (piece.columns != null) {
      inMemory += (long) piece.size * columns.count();
    }
    if (inMemory > mostInMemory) {
      spill();
    }
  }

  @Override
  public void merge(Accumulator next) {
    SeriesRecording other = (SeriesRecording) next;
    for (int s = 0; s < other.segments.size(); s++) {
      if (s > 0 || other.firstSegment != lastSegment || segments.isEmpty()) {
        segments.add(new ArrayList<>());
      }
      for (Piece piece : other.segments.get(s)) {
        if (piece.columns == null) {
          piece.columns = other.load(piece);
          piece.place = -1;
        }
        keep(piece);
      }
    }
    if (firstSegment < 0) {
      firstSegment = other.firstSegment;
    }
    if (other.lastSegment >= 0) {
      lastSegment = other.lastSegment;
    }
    other.close();
  }

  /** Moves everything that is in memory to the file. */
  private void spill() {
    try {
      if (file == null) {
        Path path = Files.createTempFile("chikei-", ".tmp");
        file =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      for (List<Piece> segment : segments) {
        for (Piece piece : segment) {
          if (piece.columns != null) {
            piece.place = file.size();
            ByteBuffer bytes = ByteBuffer.allocate(8 * piece.size * columns.count());
            for (double[] column : piece.columns) {
              bytes.asDoubleBuffer().put(column);
              bytes.position(bytes.position() + 8 * column.length);
            }
            bytes.flip();
            long at = piece.place;
            while (bytes.hasRemaining()) {
              at += file.write(bytes, at);
            }
            piece.columns = null;
          }
        }
      }
      inMemory = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the temporary folder cannot be written: " + e.getMessage(), e);
    }
  }

  private double[][] load(Piece piece) {
    double[][] loaded = new double[columns.count()][piece.size];
    for (int c = 0; c < loaded.length; c++) {
      load(piece, c, loaded[c], 0);
    }
    return loaded;
  }

  private void load(Piece piece, int column, double[] into, int at) {
    if (piece.columns != null) {
      System.arraycopy(piece.columns[column], 0, into, at, piece.size);
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(8 * piece.size);
    long place = piece.place + 8L * column * piece.size;
    try {
      while (bytes.hasRemaining()) {
        int read = file.read(bytes, place + bytes.position());
        if (read < 0) {
          throw new IOException("it ends too soon");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary file cannot be read: " + e.getMessage(), e);
    }
    bytes.flip().asDoubleBuffer().get(into, at, piece.size);
  }

  /**
   * The number of segments.
   *
   * @return the number
   */
  public int segments() {
    return segments.size();
  }

  /**
   * How many frames a segment has.
   *
   * @param segment its number from 0
   * @return the number
   */
  public int length(int segment) {
    long length = 0;
    for (Piece piece : segments.get(segment)) {
      length += piece.size;
    }
    return Math.toIntExact(length);
  }

  /**
   * How many frames there are.
   *
   * @return the number
   */
  public long frames() {
    long frames = 0;
    for (int s = 0; s < segments.size(); s++) {
      frames += length(s);
    }
    return frames;
  }

  /**
   * One column of one segment.
   *
   * @param segment the segment's number from 0
   * @param column which column, from 0
   * @return the numbers in the order of time, a new array
   */
  public double[] column(int segment, int column) {
    double[] whole = new double[length(segment)];
    int at = 0;
    for (Piece piece : segments.get(segment)) {
      load(piece, column, whole, at);
      at += piece.size;
    }
    return whole;
  }

  /** Lets go of the temporary file; what is in it is gone. */
  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      file = null;
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(firstSegment);
    out.writeInt(lastSegment);
    out.writeInt(segments.size());
    for (List<Piece> segment : segments) {
      out.writeInt(segment.size());
      for (Piece piece : segment) {
        out.writeInt(piece.size);
        for (double[] column : piece.columns == null ? load(piece) : piece.columns) {
          for (double value : column) {
            out.writeDouble(value);
          }
        }
      }
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    close();
    segments.clear();
    inMemory = 0;
    firstSegment = in.readInt();
    lastSegment = in.readInt();
    int count = in.readInt();
    for (int s = 0; s < count; s++) {
      segments.add(new ArrayList<>());
      int pieces = in.readInt();
      for (int p = 0; p < pieces; p++) {
        double[][] values = new double[columns.count()][in.readInt()];
        for (double[] column : values) {
          for (int k = 0; k < column.length; k++) {
            column[k] = in.readDouble();
          }
        }
        keep(new Piece(values));
      }
    }
  }
}
