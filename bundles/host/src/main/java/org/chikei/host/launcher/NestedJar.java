package org.chikei.host.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A jar that is a file, or an uncompressed entry of such a jar, read where it lies.
 *
 * <p>Its table of contents is read when it is first asked for, and an entry when its content is.
 * The file is open as long as the process lives. Safe for use by several threads.
 */
public final class NestedJar {

  // Where things are in a zip file: the record at its end, an entry's header in the table of
  // contents, and the header before the entry's content.
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int END_LENGTH_WITH_COMMENT = END_LENGTH + 0xffff;
  private static final int END_ENTRIES = 10;
  private static final int END_TABLE_LENGTH = 12;
  private static final int END_TABLE = 16;
  private static final int HEADER_LENGTH = 46;
  private static final int HEADER_METHOD = 10;
  private static final int HEADER_PACKED_LENGTH = 20;
  private static final int HEADER_CONTENT_LENGTH = 24;
  private static final int HEADER_NAME_LENGTH = 28;
  private static final int HEADER_EXTRA_LENGTH = 30;
  private static final int HEADER_COMMENT_LENGTH = 32;
  private static final int HEADER_LOCAL = 42;
  private static final int LOCAL_LENGTH = 30;
  private static final int LOCAL_NAME_LENGTH = 26;
  private static final int LOCAL_EXTRA_LENGTH = 28;
  private static final int STORED = 0;

  private final RandomAccessFile file;
  private final long start;
  private final long length;
  private volatile Contents contents;

  private NestedJar(RandomAccessFile file, long start, long length) {
    this.file = file;
    this.start = start;
    this.length = length;
  }

  /**
   * Opens a jar file.
   *
   * @param path the path of the file
   * @return the jar
   * @throws IOException if it cannot be read
   */
  public static NestedJar open(String path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path, "r");
    return new NestedJar(file, 0, file.length());
  }

  /**
   * The names of all entries.
   *
   * @return the names in the order of the jar's table of contents
   * @throws IOException if the table is damaged
   */
  public Iterable<String> names() throws IOException {
    return contents().headers.keySet();
  }

  /**
   * Whether there is an entry of this name.
   *
   * @param name the name, folders with a slash at the end
   * @return whether it is there
   * @throws IOException if the table of contents is damaged
   */
  public boolean contains(String name) throws IOException {
    return contents().headers.containsKey(name);
  }

  /**
   * How long an entry's content is.
   *
   * @param name the name of an entry
   * @return the number of bytes
   * @throws IOException if there is no such entry or the table of contents is damaged
   */
  public int length(String name) throws IOException {
    int contentLength = table().getInt(header(name) + HEADER_CONTENT_LENGTH);
    if (contentLength < 0) {
      throw new ZipException("entry " + name + " is damaged");
    }
    return contentLength;
  }

  /**
   * The content of an entry.
   *
   * @param name the name of an entry
   * @return its bytes, which the caller may keep
   * @throws IOException if there is no such entry or the jar is damaged
   */
  public byte[] content(String name) throws IOException {
    int header = header(name);
    byte[] packed = read(position(header), table().getInt(header + HEADER_PACKED_LENGTH));
    if (isStored(header)) {
      return packed;
    }
    Inflater inflater = new Inflater(true);
    try {
      byte[] content = new byte[length(name)];
      inflater.setInput(packed);
      int filled = 0;
      while (filled < content.length) {
        int more = inflater.inflate(content, filled, content.length - filled);
        if (more == 0) {
          throw new ZipException("entry " + name + " is cut short");
        }
        filled += more;
      }
      return content;
    } catch (DataFormatException damaged) {
      throw new IOException("entry " + name + " is damaged", damaged);
    } finally {
      inflater.end();
    }
  }

  /**
   * A jar within this one.
   *
   * @param name the name of an entry that is not compressed
   * @return the jar
   * @throws IOException if there is no such entry, it is compressed, or this jar is damaged
   */
  public NestedJar nested(String name) throws IOException {
    int header = header(name);
    if (!isStored(header)) {
      throw new ZipException("entry " + name + " is compressed and cannot be read in place");
    }
    return new NestedJar(file, start + position(header), length(name));
  }

  private int header(String name) throws IOException {
    Integer header = contents().headers.get(name);
    if (header == null) {
      throw new ZipException("there is no entry " + name);
    }
    return header;
  }

  private boolean isStored(int header) throws IOException {
    return table().getShort(header + HEADER_METHOD) == STORED;
  }

  /** Where an entry's content begins, counted from the start of this jar. */
  private long position(int header) throws IOException {
    long local = Integer.toUnsignedLong(table().getInt(header + HEADER_LOCAL));
    ByteBuffer bytes = buffer(read(local, LOCAL_LENGTH));
    return local
        + LOCAL_LENGTH
        + unsigned(bytes, LOCAL_NAME_LENGTH)
        + unsigned(bytes, LOCAL_EXTRA_LENGTH);
  }

  private byte[] read(long position, int count) throws IOException {
    if (position < 0 || count < 0 || position + count > length) {
      throw new ZipException("the jar is damaged");
    }
    byte[] bytes = new byte[count];
    synchronized (file) {
      file.seek(start + position);
      file.readFully(bytes);
    }
    return bytes;
  }

  private ByteBuffer table() throws IOException {
    return contents().table;
  }

  private Contents contents() throws IOException {
    Contents read = contents;
    if (read == null) {
      read = readContents();
      contents = read;
    }
    return read;
  }

  private Contents readContents() throws IOException {
    ByteBuffer end = end();
    int entries = unsigned(end, END_ENTRIES);
    long position = Integer.toUnsignedLong(end.getInt(END_TABLE));
    ByteBuffer table = buffer(read(position, end.getInt(END_TABLE_LENGTH)));
    Map<String, Integer> headers = new LinkedHashMap<>(2 * entries);
    try {
      int header = 0;
      for (int i = 0; i < entries; i++) {
        int nameLength = unsigned(table, header + HEADER_NAME_LENGTH);
        String name =
            new String(table.array(), header + HEADER_LENGTH, nameLength, StandardCharsets.UTF_8);
        headers.put(name, header);
        header +=
            HEADER_LENGTH
                + nameLength
                + unsigned(table, header + HEADER_EXTRA_LENGTH)
                + unsigned(table, header + HEADER_COMMENT_LENGTH);
      }
    } catch (IndexOutOfBoundsException damaged) {
      throw new IOException("the jar's table of contents is damaged", damaged);
    }
    return new Contents(table, Collections.unmodifiableMap(headers));
  }

  /** The record at the end of the jar, which hardly ever holds a comment. */
  private ByteBuffer end() throws IOException {
    for (int reach : new int[] {END_LENGTH, END_LENGTH_WITH_COMMENT}) {
      int count = (int) Math.min(reach, length);
      ByteBuffer tail = buffer(read(length - count, count));
      for (int at = count - END_LENGTH; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE) {
          return tail.position(at).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
      }
    }
    throw new ZipException("this is no jar");
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  /** The table of contents, and where in it each entry's header begins. */
  private record Contents(ByteBuffer table, Map<String, Integer> headers) {}
}
