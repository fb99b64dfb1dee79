package org.chikei.api.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.chikei.api.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain and compressed files give the same bytes, and what is wrong with one is told. */
class FileContentTest {
  @TempDir Path folder;

  @Test
  void aPlainFileIsWhatItIs() throws IOException {
    byte[] bytes = text(300_000);
    Path file = write("plain.gz", bytes);
    assertFalse(FileContent.isCompressed(file));
    assertEquals("plain.gz", FileContent.name(file), "the name alone makes no gzip file");
    assertReads(bytes, file);
    for (byte[] few : new byte[][] {{}, {0x1f}, {0x1f, (byte) 0x8b}, {0x1f, (byte) 0x8b, 7, 0}}) {
      assertReads(few, write("few", few));
    }
  }

  @Test
  void aCompressedFileIsWhatItUnpacksTo() throws IOException {
    for (int length : new int[] {0, 1, 65_535, 65_536, 1_000_003}) {
      byte[] bytes = text(length);
      Path file = write("run.xyz.GZ", gzip(bytes));
      assertTrue(FileContent.isCompressed(file));
      assertEquals("run.xyz", FileContent.name(file));
      assertReads(bytes, file);
      assertReads(bytes, write("run.xyz", gzip(bytes)));
    }
  }

  @Test
  void membersFollowOneAnother() throws IOException {
    byte[] bytes = text(200_000);
    byte[] first = Arrays.copyOf(bytes, 70_000);
    byte[] second = Arrays.copyOfRange(bytes, 70_000, 70_001);
    byte[] third = Arrays.copyOfRange(bytes, 70_001, bytes.length);
    byte[] all = joined(gzip(first), gzip(new byte[0]), gzip(second), gzip(third));
    assertReads(bytes, write("members", all));
    assertReads(bytes, write("padded", joined(all, new byte[1000])));
  }

  @Test
  void everyPartThatAHeaderMayHaveIsPassedOver() throws IOException {
    byte[] plain = gzip(text(1000));
    byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
    byte[] head = {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 0, 3};
    byte[] extra = {5, 0, 'B', 'C', 2, 0, 9};
    byte[] words = "run.xyz\0made by hand\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] one = joined(head, extra, words, new byte[] {7, 7}, body);
    assertReads(text(1000), write("header", one));
    assertReads(joined(text(1000), text(1000)), write("headers", joined(one, one)));
  }

  @Test
  void aFileCutAnywhereIsTold() throws IOException {
    byte[] whole = joined(gzip(text(500)), gzip(text(700)));
    int border = gzip(text(500)).length;
    for (int length = 3; length < whole.length; length++) {
      Path file = write("cut", Arrays.copyOf(whole, length));
      if (length == border) {
        assertReads(text(500), file);
      } else {
        assertTold(file, "the gzip file is cut after " + length + " bytes; was it copied whole?");
      }
    }
  }

  @Test
  void anyChangedByteIsTold() throws IOException {
    byte[] whole = joined(gzip(text(500)), gzip(text(700)));
    byte[] content = joined(text(500), text(700));
    Random random = new Random(8);
    int told = 0;
    for (int at = 3; at < whole.length; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= (byte) (1 + random.nextInt(255));
      Path file = write("damaged", bytes);
      try (InputStream in = FileContent.stream(file)) {
        assertArrayEquals(content, in.readAllBytes(), "only what is beside the content may differ");
      } catch (InputException e) {
        assertTrue(e.getMessage().startsWith(file + ": the gzip file is "), e.getMessage());
        assertEquals(-1, e.getMessage().indexOf('\n'));
        told++;
      }
    }
    assertTrue(told > whole.length - 30, "told " + told + " of " + whole.length);
  }

  @Test
  void whatFollowsAMemberAndIsNotGzipIsTold() throws IOException {
    byte[] sound = gzip(text(500));
    for (byte[] rest : new byte[][] {{1}, {0x1f, 0x22, 3, 4}, {0, 0, 0, 9}, text(100)}) {
      assertTold(
          write("rest", joined(sound, rest)), "what follows there is not gzip; take a sound");
    }
  }

  @Test
  void aFileThatUnpacksToFarTooMuchIsRefusedBeforeItFillsADisk() throws IOException {
    Path file = folder.resolve("bomb.gz");
    try (OutputStream out = new Fast(Files.newOutputStream(file))) {
      byte[] zeros = new byte[1 << 20];
      for (int k = 0; k < 300; k++) {
        out.write(zeros);
      }
    }
    String told = assertThrows(InputException.class, () -> FileContent.open(file)).getMessage();
    assertTrue(told.contains("unpack to more than 200 times as many, as no trajectory"), told);
    try (InputStream in = FileContent.stream(file)) {
      in.skipNBytes(300L << 20);
      assertEquals(-1, in.read(), "reading it through needs no space");
    }
  }

  @Test
  void thoseWhoHaveAFileOpenShareItsCopy() throws IOException {
    Path file = write("shared", gzip(text(1000)));
    FileContent first = FileContent.open(file);
    FileContent second = FileContent.open(folder.resolve(".").resolve("shared"));
    assertSame(first.channel(), second.channel());
    first.close();
    assertTrue(second.channel().isOpen());
    second.read(ByteBuffer.allocate(1000), 0);
    Files.write(file, gzip(text(2000)));
    try (FileContent changed = FileContent.open(file)) {
      assertNotSame(second.channel(), changed.channel());
      assertEquals(2000, changed.size());
      assertEquals(1000, second.size());
    }
    second.close();
    assertFalse(second.channel().isOpen());
  }

  @Test
  void manyThreadsReadOneCopy() throws IOException {
    byte[] bytes = text(1_000_000);
    Path file = write("threads", gzip(bytes));
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            k -> {
              try (FileContent content = FileContent.open(file)) {
                ByteBuffer buffer = ByteBuffer.allocate(1000);
                content.read(buffer, 100_000L * k + 17);
                byte[] expected = Arrays.copyOfRange(bytes, 100_000 * k + 17, 100_000 * k + 1017);
                assertArrayEquals(expected, buffer.array());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Test
  void aMissingFileAndAFolderAreTold() throws IOException {
    assertTold(folder.resolve("none"), "there is no such file");
    assertTold(folder, "this is a folder; name a file");
  }

  @Test
  void aTemporaryFolderThatIsNotThereIsTold() throws IOException {
    Path file = write("packed", gzip(text(100)));
    String usual = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", folder.resolve("none").toString());
    try {
      String told = assertThrows(InputException.class, () -> FileContent.open(file)).getMessage();
      assertTrue(told.contains("could not be unpacked to a copy in "), told);
      assertTrue(told.endsWith("; name another folder with -Djava.io.tmpdir"), told);
    } finally {
      System.setProperty("java.io.tmpdir", usual);
    }
    FileContent.open(file).close();
  }

  @Test
  void readingBeyondTheEndIsTold() throws IOException {
    Path file = write("short", text(100));
    try (FileContent content = FileContent.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(101);
      assertThrows(InputException.class, () -> content.read(buffer, 0));
    }
  }

  private static void assertReads(byte[] expected, Path file) throws IOException {
    try (InputStream in = FileContent.stream(file)) {
      assertArrayEquals(expected, in.readAllBytes());
    }
    byte[] head = Arrays.copyOf(expected, Math.min(expected.length, 1000));
    assertArrayEquals(head, FileContent.head(file, 1000));
    try (FileContent content = FileContent.open(file)) {
      assertEquals(expected.length, content.size());
      ByteBuffer buffer = ByteBuffer.allocate(expected.length / 2);
      int from = expected.length - expected.length / 2;
      content.read(buffer, from);
      assertArrayEquals(Arrays.copyOfRange(expected, from, expected.length), buffer.array());
    }
  }

  private static void assertTold(Path file, String part) {
    String streamed =
        assertThrows(
                InputException.class,
                () -> {
                  try (InputStream in = FileContent.stream(file)) {
                    in.readAllBytes();
                  }
                })
            .getMessage();
    assertTrue(streamed.startsWith(file + ": ") && streamed.contains(part), streamed);
    assertEquals(-1, streamed.indexOf('\n'), streamed);
    String opened = assertThrows(InputException.class, () -> FileContent.open(file)).getMessage();
    assertEquals(streamed, opened);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] text(int length) {
    Random random = new Random(length);
    byte[] bytes = new byte[length];
    for (int k = 0; k < length; k++) {
      bytes[k] = (byte) (' ' + random.nextInt(20));
    }
    return bytes;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** Packs with the least effort that still makes zeros small. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
