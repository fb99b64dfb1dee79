package org.chikei.api.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chikei.api.InputException;

/**
 * What an input file holds: the file's own bytes or, if it is compressed with gzip, what they
 * unpack to. Whether it is compressed is told by its first bytes, never by its name; a gzip file
 * may have any number of members, one after the other.
 *
 * <p>Who reads from the beginning to the end takes a {@link #stream}, which needs no space. Who
 * jumps {@linkplain #open opens} the content. A compressed file is then unpacked to a copy in the
 * system's temporary folder ({@code java.io.tmpdir}), which all who have the same file open share
 * and which is gone when the last of them has closed it. So that a small file cannot fill a disk
 * unasked, a copy takes at most half of the space that is free there, and a file that unpacks to
 * more than 200 times its length, as no trajectory does, is refused.
 */
public final class FileContent implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final UnpackedCopy copy;
  private final long size;

  private FileContent(Path path, FileChannel channel, UnpackedCopy copy) throws IOException {
    this.path = path;
    this.channel = channel;
    this.copy = copy;
    this.size = channel.size();
  }

  /**
   * Reads a file from its beginning.
   *
   * @param file the file
   * @return its content, buffered; a gzip file that is cut or damaged gives an {@link
   *     InputException} once the place is reached
   * @throws IOException if it cannot be opened; an {@link InputException} if it is missing, a
   *     folder or not to be read
   */
  public static InputStream stream(Path file) throws IOException {
    FileChannel channel = channel(file);
    try {
      InputStream bytes = Channels.newInputStream(channel);
      return GzipStream.begins(channel)
          ? new GzipStream(file, bytes)
          : new BufferedInputStream(bytes, BUFFER);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * The first bytes of a file's content.
   *
   * @param file the file
   * @param length how many at most
   * @return so many, or all there are
   * @throws IOException as {@link #stream}
   */
  public static byte[] head(Path file, int length) throws IOException {
    try (InputStream content = stream(file)) {
      return content.readNBytes(length);
    }
  }

  /**
   * Whether a file is compressed.
   *
   * @param file the file
   * @return whether it is a gzip file
   * @throws IOException as {@link #stream}
   */
  public static boolean isCompressed(Path file) throws IOException {
    try (FileChannel channel = channel(file)) {
      return GzipStream.begins(channel);
    }
  }

  /**
   * A file's name as it would be without compression.
   *
   * @param file the file
   * @return its name without its folder and, if it is compressed, without {@code .gz}
   * @throws IOException as {@link #stream}
   */
  public static String name(Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean ending = name.regionMatches(true, name.length() - 3, ".gz", 0, 3);
    return ending && isCompressed(file) ? name.substring(0, name.length() - 3) : name;
  }

  /**
   * Opens a file for reading at any place. What is appended to it later is not seen.
   *
   * @param file the file
   * @return its content
   * @throws IOException if it cannot be opened; an {@link InputException} if it is missing, a
   *     folder or not to be read, or if it is compressed and damaged or too large to be unpacked
   */
  public static FileContent open(Path file) throws IOException {
    FileChannel channel = channel(file);
    try {
      if (!GzipStream.begins(channel)) {
        return new FileContent(file, channel, null);
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    UnpackedCopy copy = UnpackedCopy.of(file);
    return new FileContent(file, copy.channel(), copy);
  }

  private static FileChannel channel(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InputException(file, "this is a folder; name a file");
    }
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new InputException(file, "there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new InputException(file, "no permission to read this file", e);
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
   * The length that the content had when it was opened.
   *
   * @return bytes, those of what was unpacked if the file is compressed
   */
  public long size() {
    return size;
  }

  /**
   * Whether the file is compressed.
   *
   * @return whether the content is not the file's own bytes
   */
  public boolean isCompressed() {
    return copy != null;
  }

  /**
   * The content as a channel, for libraries that read from one. Not to be closed, and to be read at
   * given places only: others may share it.
   *
   * @return the channel, valid until this is closed
   */
  public FileChannel channel() {
    return channel;
  }

  /**
   * Fills a buffer from its position to its limit. Any number of threads may do so.
   *
   * @param buffer the buffer
   * @param position the place in the content
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

  @Override
  public void close() throws IOException {
    if (copy == null) {
      channel.close();
    } else {
      copy.release();
    }
  }

  @Override
  public String toString() {
    return path + " (" + size + (copy == null ? " bytes)" : " bytes unpacked)");
  }
}
