package org.chikei.landscape.passage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written to its end, read from its beginning, and gone when it is closed or
 * forgotten: where the system allows, it has no name from the start.
 */
final class TemporaryFile implements AutoCloseable {
  private final FileChannel channel;
  private final DataOutputStream out;
  private long remaining;

  /**
   * Makes an empty file in the system's temporary folder.
   *
   * @throws IOException if it cannot be made
   */
  TemporaryFile() throws IOException {
    Path path = Files.createTempFile("chikei-", ".tmp");
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // this system removes an open file only once it is closed
      path.toFile().deleteOnExit();
    }
    out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
  }

  /** Where to write. */
  DataOutput out() {
    return out;
  }

  /** How many bytes were written. */
  long size() throws IOException {
    out.flush();
    return channel.size();
  }

  /** Begins to read. */
  DataInput in() throws IOException {
    remaining = size();
    channel.position(0);
    return new DataInputStream(
        new BufferedInputStream(Channels.newInputStream(channel), 1 << 16) {
          @Override
          public synchronized int read() throws IOException {
            int value = super.read();
            remaining -= value < 0 ? 0 : 1;
            return value;
          }

          @Override
          public synchronized int read(byte[] bytes, int from, int count) throws IOException {
            int read = super.read(bytes, from, count);
            remaining -= Math.max(0, read);
            return read;
          }
        });
  }

  /** How many bytes are left to read. */
  long remaining() {
    return remaining;
  }

  void copyTo(DataOutput target) throws IOException {
    DataInput source = in();
    byte[] bytes = new byte[1 << 13];
    while (remaining > 0) {
      int count = (int) Math.min(bytes.length, remaining);
      source.readFully(bytes, 0, count);
      target.write(bytes, 0, count);
    }
    channel.position(channel.size());
  }

  void copyFrom(DataInput source, long count) throws IOException {
    byte[] bytes = new byte[1 << 13];
    for (long left = count; left > 0; ) {
      int part = (int) Math.min(bytes.length, left);
      source.readFully(bytes, 0, part);
      out.write(bytes, 0, part);
      left -= part;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
