package org.chikei.trajectory.hdf5;

import io.jhdf.AbstractNode;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.message.FilterPipelineMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A dataset of numbers, whose first dimension counts frames as a rule, cut into chunks: those that
 * the file has, or some of a handy size where it is in one piece.
 */
final class Hdf5Array {
  private static final int HANDY = 64 << 10;
  private static final long LARGEST_CHUNK = 512L << 20;

  /** To no less than this part of its length can anything be packed by deflate. */
  private static final double TIGHTEST = 1.0 / 1032;

  private final Hdf5File file;
  private final String name;
  private final Dataset dataset;
  private final long[] shape;
  private final int[] chunk;
  private final int bytes;
  private final boolean real;
  private final boolean signed;
  private final ByteOrder order;
  private final int[] filters;

  private Hdf5Array(Hdf5File file, String name, Dataset dataset, int[] chunk, int[] filters) {
    this.file = file;
    this.name = name;
    this.dataset = dataset;
    this.shape = dataset.getDimensionsAsLong();
    this.chunk = chunk;
    this.filters = filters;
    DataType type = dataset.getDataType();
    this.bytes = type.getSize();
    this.real = type instanceof FloatingPoint;
    this.signed = !(type instanceof FixedPoint integer) || integer.isSigned();
    this.order = ((OrderedDataType) type).getByteOrder();
  }

  /**
   * Takes a dataset.
   *
   * @param file its file
   * @param name its name, for messages
   * @param dataset the dataset
   * @throws IOException if it does not hold numbers that can be read
   */
  static Hdf5Array of(Hdf5File file, String name, Dataset dataset) throws IOException {
    return file.told(() -> checked(file, name, dataset));
  }

  private static Hdf5Array checked(Hdf5File file, String name, Dataset dataset) throws IOException {
    DataType type = dataset.getDataType();
    int bytes = type.getSize();
    boolean real = type instanceof FloatingPoint && (bytes == 4 || bytes == 8);
    boolean integer =
        type instanceof FixedPoint && (bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8);
    if (!real && !integer) {
      throw file.file().fault("'" + name + "' does not hold numbers of 4 or 8 bytes");
    }
    long[] shape = dataset.getDimensionsAsLong();
    double row = 1;
    for (int k = 0; k < shape.length; k++) {
      row *= k == 0 ? 1 : shape[k];
      if (shape[k] < 0 || shape.length > 4 || row > Integer.MAX_VALUE / 8) {
        throw file.file().fault("'" + name + "' is larger than any frame of a trajectory");
      }
    }
    if (row * bytes * TIGHTEST > file.file().size()) {
      throw file.file()
          .fault("'" + name + "' claims more numbers in a frame than the file has room for");
    }
    int[] chunk = chunk(file, name, dataset, shape, bytes);
    int[] filters = {};
    if (dataset instanceof AbstractNode node
        && node.getHeader().hasMessageOfType(FilterPipelineMessage.class)) {
      FilterPipelineMessage message =
          node.getHeader().getMessageOfType(FilterPipelineMessage.class);
      filters = Hdf5Filters.check(file.file(), name, message.getFilters());
    }
    return new Hdf5Array(file, name, dataset, chunk, filters);
  }

  private static int[] chunk(Hdf5File file, String name, Dataset dataset, long[] shape, int bytes)
      throws IOException {
    int[] chunk = new int[shape.length];
    if (dataset instanceof ChunkedDataset chunked) {
      int[] stated = chunked.getChunkDimensions();
      if (stated.length < shape.length) {
        throw file.file().fault("the chunks of '" + name + "' are not of its shape");
      }
      double across = 1;
      double length = bytes;
      for (int k = 0; k < chunk.length; k++) {
        chunk[k] = stated[k];
        length *= chunk[k];
        if (chunk[k] <= 0 || length > LARGEST_CHUNK) {
          throw file.file()
              .fault(
                  "'%s' is cut into chunks of %s numbers, more than fit into memory; 'h5repack -l' cuts them smaller"
                      .formatted(name, Arrays.toString(stated)));
        }
        across *= k == 0 ? 1 : Math.ceil((double) shape[k] / chunk[k]);
      }
      if (across > file.file().size()) {
        throw file.file().fault("'" + name + "' claims more chunks than the file has room for");
      }
      return chunk;
    }
    long row = bytes;
    for (int k = shape.length - 1; k > 0; k--) {
      long room = Math.max(1, HANDY / row);
      chunk[k] = (int) Math.max(1, k > 1 ? shape[k] : Math.min(shape[k], room));
      row *= Math.max(1, shape[k]);
    }
    if (chunk.length > 0) {
      boolean cut = chunk.length > 1 && chunk[1] < shape[1];
      chunk[0] = cut ? 1 : (int) Math.max(1, Math.min(shape[0], HANDY / row));
    }
    return chunk;
  }

  /** What the array is called in messages. */
  String name() {
    return name;
  }

  /** The lengths of its dimensions. */
  long[] shape() {
    return shape.clone();
  }

  /** How many rows it has. */
  long rows() {
    return shape.length == 0 ? 1 : shape[0];
  }

  /** Whether another array is the same one. */
  boolean isSame(Hdf5Array other) {
    return other != null && dataset.getAddress() == other.dataset.getAddress();
  }

  /** Whether its numbers are floating-point numbers. */
  boolean isReal() {
    return real;
  }

  /** The dataset, for its attributes. */
  Dataset dataset() {
    return dataset;
  }

  /** A reader, for one thread. */
  Hdf5Reader reader() {
    return new Hdf5Reader(this);
  }

  int[] chunk() {
    return chunk;
  }

  Hdf5Filters unpacking() {
    int length = bytes;
    for (int side : chunk) {
      length *= side;
    }
    return Hdf5Filters.of(file.file(), filters, length, bytes);
  }

  boolean isPacked() {
    return filters.length > 0;
  }

  /** The number at an index of a chunk. */
  double number(ByteBuffer from, int index) {
    int at = index * bytes;
    if (real) {
      return bytes == 4 ? from.getFloat(at) : from.getDouble(at);
    }
    return switch (bytes) {
      case 1 -> signed ? from.get(at) : from.get(at) & 0xff;
      case 2 -> signed ? from.getShort(at) : from.getShort(at) & 0xffff;
      case 4 -> signed ? from.getInt(at) : from.getInt(at) & 0xffffffffL;
      default -> from.getLong(at);
    };
  }

  /**
   * What the file has of a chunk.
   *
   * @param start the indices of its first number
   * @return its bytes, in the order of the numbers; null if nothing was ever written there
   */
  ByteBuffer stored(long[] start) throws IOException {
    return file.told(() -> bytes(start));
  }

  private ByteBuffer bytes(long[] start) {
    if (dataset instanceof ChunkedDataset chunked) {
      int[] offset = new int[start.length];
      for (int k = 0; k < offset.length; k++) {
        offset[k] = Math.toIntExact(start[k]);
      }
      try {
        return chunked.getRawChunkBuffer(offset).order(order);
      } catch (HdfException e) {
        if (String.valueOf(e.getMessage()).startsWith("No chunk")) {
          return null;
        }
        throw e;
      }
    }
    long index = 0;
    for (int k = 0; k < start.length; k++) {
      index = index * shape[k] + start[k];
    }
    long length = bytes;
    for (int k = 0; k < start.length; k++) {
      length *= Math.min(chunk[k], shape[k] - start[k]);
    }
    if (dataset instanceof ContiguousDataset contiguous) {
      if (contiguous.isEmpty()) {
        return null;
      }
      long place = Math.addExact(contiguous.getDataAddress(), Math.multiplyExact(index, bytes));
      return file.bytes(place, Math.toIntExact(length)).order(order);
    }
    ByteBuffer all = ((CompactDataset) dataset).getDataBuffer().duplicate();
    all.position(Math.toIntExact(index * bytes));
    return all.slice().order(order);
  }

  ByteOrder order() {
    return order;
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
