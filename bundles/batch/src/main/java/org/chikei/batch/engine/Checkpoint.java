package org.chikei.batch.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.chikei.api.InputException;

/**
 * A file that holds what a run has collected so far. It is written beside itself and moved into
 * place, so that there is always a whole one; what it says of job, input and program must be what
 * they are when it is read.
 */
public final class Checkpoint {
  private static final int MAGIC = 0x43484b50;
  private static final int VERSION = 3;

  private static final int BUFFER = 1 << 16;

  /** A checkpoint that takes long to write is written seldom: this many times as long apart. */
  private static final int PATIENCE = 20;

  private final Path file;
  private final String fingerprint;
  private final boolean resume;
  private final long every;
  private long next;

  /** The file that is being written; null where none is. */
  private FileChannel writing;

  /**
   * Prepares a checkpoint.
   *
   * @param file where it is kept
   * @param fingerprint what job, input and program are
   * @param resume whether what is there is gone on from
   * @param seconds how often it is written at most; 0 for never
   */
  public Checkpoint(Path file, String fingerprint, boolean resume, double seconds) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.resume = resume;
    this.every = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    this.next = System.nanoTime() + every;
  }

  /** What is kept. */
  interface Content {
    void write(DataOutputStream out) throws IOException;

    void read(DataInputStream in) throws IOException;
  }

  /** Whether it is time to write. */
  boolean due() {
    return every > 0 && System.nanoTime() - next >= 0;
  }

  /**
   * Writes. A thread that is still writing from before finds its file closed.
   *
   * @param content what is kept
   * @throws IOException if it cannot be written; an older one stays
   */
  void write(Content content) throws IOException {
    long began = System.nanoTime();
    FileChannel channel = null;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = open();
      write(content, channel);
      move(channel);
      end(channel, began);
    } catch (IOException e) {
      end(channel, began);
      throw e;
    }
  }

  private void write(Content content, FileChannel channel) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), new CRC32());
    try (DataOutputStream out = new DataOutputStream(checked)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(fingerprint);
      content.write(out);
      out.writeLong(checked.getChecksum().getValue());
    }
  }

  private synchronized FileChannel open() throws IOException {
    forget();
    writing =
        FileChannel.open(
            part(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return writing;
  }

  private synchronized void move(FileChannel channel) throws IOException {
    if (writing == channel) {
      Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private synchronized void end(FileChannel channel, long began) throws IOException {
    if (writing == channel) {
      forget();
      Files.deleteIfExists(part());
      long now = System.nanoTime();
      next = now + Math.max(every, PATIENCE * (now - began));
    }
  }

  /**
   * Reads what an earlier run kept, where that is asked for.
   *
   * @param content what is kept
   * @return whether there was something to go on from
   * @throws IOException if it cannot be read, or belongs to something else
   */
  boolean read(Content content) throws IOException {
    if (!resume || !Files.exists(file)) {
      return false;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new InputException(file, "is no checkpoint of this version; run without --resume");
      }
      if (!whole()) {
        throw damaged();
      }
      if (!in.readUTF().equals(fingerprint)) {
        throw new InputException(
            file,
            "is of another job, other input or another version of a bundle; run without --resume");
      }
      content.read(in);
      return true;
    } catch (EOFException cut) {
      throw damaged();
    }
  }

  /** Whether the checksum at the end is that of what stands before it. */
  private boolean whole() throws IOException {
    long left = Files.size(file) - Long.BYTES;
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          return false;
        }
        checksum.update(buffer, 0, read);
        left -= read;
      }
      return in.readLong() == checksum.getValue();
    }
  }

  private InputException damaged() {
    return new InputException(file, "is damaged; run without --resume");
  }

  private Path part() {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /**
   * Removes it: the job is done.
   *
   * @throws IOException if it stays
   */
  public synchronized void remove() throws IOException {
    forget();
    Files.deleteIfExists(part());
    Files.deleteIfExists(file);
  }

  private void forget() throws IOException {
    if (writing != null) {
      writing.close();
      writing = null;
    }
  }

  /** Whether an earlier run left one that is not asked for. */
  public boolean ignored() {
    return !resume && Files.exists(file);
  }
}
