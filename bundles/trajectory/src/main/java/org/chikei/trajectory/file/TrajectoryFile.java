package org.chikei.trajectory.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chikei.api.InputException;

/**
 * A file open for reading at any place by any number of threads. Its length is noted when it is
 * opened; what is appended later is not seen.
 */
public final class TrajectoryFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final long size;

  private TrajectoryFile(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @param path the file
   * @return the file, not empty
   * @throws IOException if it cannot be opened; an {@link InputException} if it is missing, empty,
   *     a folder or not to be read
   */
  public static TrajectoryFile open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new InputException(path, "this is a folder, not a trajectory file");
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new InputException(path, "there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new InputException(path, "no permission to read this file", e);
    }
    try {
      long size = channel.size();
      if (size == 0) {
        throw new InputException(path, "the file is empty");
      }
      return new TrajectoryFile(path, channel, size);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * The file's path.
   *
   * @return the path as it was given
   */
  public Path path() {
    return path;
  }

  /**
   * The length that the file had when it was opened.
   *
   * @return bytes, at least 1
   */
  public long size() {
    return size;
  }

  /**
   * Fills a buffer from its position to its limit.
   *
   * @param buffer the buffer
   * @param position the place in the file
   * @throws IOException if the file cannot be read; an {@link InputException} if it has become
   *     shorter
   */
  public void read(ByteBuffer buffer, long position) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int got = channel.read(buffer, at);
      if (got < 0) {
        throw new InputException(
            path, "the file became shorter while it was read; run again when nothing writes to it");
      }
      at += got;
    }
  }

  /**
   * An exception about this file.
   *
   * @param message what is wrong, where, and what to do
   * @return the exception, to be thrown
   */
  public InputException fault(String message) {
    return new InputException(path, message);
  }

  /**
   * An exception about a frame that is damaged.
   *
   * @param position where the frame begins in the file
   * @param number the frame's number, or −1 if it is not known
   * @param what what is wrong with it
   * @return the exception, to be thrown
   */
  public InputException damaged(long position, long number, String what) {
    String place = number < 0 ? "byte " + position : "frame " + number + ", byte " + position;
    return fault(
        place
            + ": "
            + what
            + (position == 0
                ? "; the file is damaged or not what its name says"
                : "; the file is damaged there, and 'end' in the job can stop before it"));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public String toString() {
    return path + " (" + size + " bytes)";
  }
}
