package org.chikei.trajectory.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;

/**
 * A file open for reading at any place by any number of threads, plain or compressed: places and
 * lengths are those of what it unpacks to. Its length is noted when it is opened; what is appended
 * later is not seen.
 */
public final class TrajectoryFile implements AutoCloseable {
  private final FileContent content;

  private TrajectoryFile(FileContent content) {
    this.content = content;
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
    FileContent content = FileContent.open(path);
    if (content.size() == 0) {
      content.close();
      throw new InputException(path, "the file is empty");
    }
    return new TrajectoryFile(content);
  }

  /**
   * The file's path.
   *
   * @return the path as it was given
   */
  public Path path() {
    return content.path();
  }

  /**
   * The length that the file had when it was opened.
   *
   * @return bytes, at least 1
   */
  public long size() {
    return content.size();
  }

  /**
   * What the file holds, for libraries that read by themselves.
   *
   * @return the content, not to be closed
   */
  public FileContent content() {
    return content;
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
    content.read(buffer, position);
  }

  /**
   * An exception about this file.
   *
   * @param message what is wrong, where, and what to do
   * @return the exception, to be thrown
   */
  public InputException fault(String message) {
    return new InputException(path(), message);
  }

  /**
   * An exception about a frame that is damaged.
   *
   * @param position where the frame begins in the file, or −1 if its number alone says where
   * @param number the frame's number, or −1 if it is not known
   * @param what what is wrong with it
   * @return the exception, to be thrown
   */
  public InputException damaged(long position, long number, String what) {
    String unpacked = content.isCompressed() ? " of what it unpacks to" : "";
    String place =
        (number < 0 ? "" : "frame " + number)
            + (number < 0 || position < 0 ? "" : ", ")
            + (position < 0 ? "" : "byte " + position + unpacked);
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
    content.close();
  }

  @Override
  public String toString() {
    return content.toString();
  }
}
