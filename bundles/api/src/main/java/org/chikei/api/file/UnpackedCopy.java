package org.chikei.api.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.chikei.api.InputException;

/**
 * A gzip file unpacked to a temporary file, as long as somebody uses it. Where the system allows,
 * the temporary file has no name from the start, so that it is gone however the program ends.
 */
final class UnpackedCopy {
  /** Copies in use: nothing stays here once all who opened a file have closed it. */
  private static final Map<Key, UnpackedCopy> IN_USE = new HashMap<>();

  private static final int CHUNK = 1 << 18;

  /** A file that unpacks to less than this may unpack to any multiple of its length. */
  private static final long HARMLESS = 256L << 20;

  private static final long LARGEST_RATIO = 200;

  private final Key key;
  private int users;
  private FileChannel channel;

  /** What tells that a file is still the one that was unpacked. */
  private record Key(Path file, long length, FileTime modified) {
    static Key of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Key(file.toRealPath(), now.size(), now.lastModifiedTime());
    }
  }

  private UnpackedCopy(Key key) {
    this.key = key;
  }

  /**
   * The copy of a file, made if nobody has it yet.
   *
   * @param file a gzip file
   * @return the copy, to be released
   */
  static UnpackedCopy of(Path file) throws IOException {
    Key key = Key.of(file);
    UnpackedCopy copy;
    synchronized (IN_USE) {
      copy = IN_USE.computeIfAbsent(key, UnpackedCopy::new);
      copy.users++;
    }
    try {
      copy.fill(file);
    } catch (IOException | RuntimeException e) {
      copy.release();
      throw e;
    }
    return copy;
  }

  /** The copy's bytes. */
  FileChannel channel() {
    return channel;
  }

  /** Gives the copy back; the last to do so removes it. */
  void release() throws IOException {
    synchronized (IN_USE) {
      users--;
      if (users > 0) {
        return;
      }
      IN_USE.remove(key);
    }
    if (channel != null) {
      channel.close();
    }
  }

  private synchronized void fill(Path file) throws IOException {
    if (channel != null) {
      return;
    }
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      channel = unpacked(file, folder);
    } catch (InputException | ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new InputException(
          file,
          "it could not be unpacked to a copy in %s (%s); name another folder with -Djava.io.tmpdir"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static FileChannel unpacked(Path file, Path folder) throws IOException {
    FileChannel made = temporary(folder);
    try (GzipStream content = new GzipStream(file, Files.newInputStream(file))) {
      long free = Files.getFileStore(folder).getUsableSpace();
      unpack(file, content, made, new Room(folder, free / 2));
      return made;
    } catch (IOException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private static FileChannel temporary(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "chikei-", ".tmp");
    FileChannel made =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit(); // this system removes an open file only once it is closed
    }
    return made;
  }

  /** Where a copy may go, and how long it may become. */
  private record Room(Path folder, long bytes) {}

  private static void unpack(Path file, GzipStream content, FileChannel to, Room room)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long length = 0;
    for (int got = content.readNBytes(chunk, 0, CHUNK);
        got > 0;
        got = content.readNBytes(chunk, 0, CHUNK)) {
      length += got;
      if (length > HARMLESS && length / LARGEST_RATIO > content.position()) {
        throw new InputException(
            file,
            "its first %d bytes unpack to more than %d times as many, as no trajectory does; if it is sound, unpack it yourself"
                .formatted(content.position(), LARGEST_RATIO));
      }
      if (length > room.bytes()) {
        throw new InputException(
            file,
            "unpacked it takes more than half of the free space in %s; unpack it yourself, or name another folder with -Djava.io.tmpdir"
                .formatted(room.folder()));
      }
      ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, got);
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
    }
  }
}
