package org.chikei.host.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJarTest {

  private static final byte[] TEXT =
      "The same words, ".repeat(1000).getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOISE = noise();

  @TempDir Path folder;

  @Test
  void whatWasPackedIsReadBack() throws IOException {
    NestedJar jar = open(packed("", ZipEntry.DEFLATED));
    assertArrayEquals(TEXT, jar.content("text"));
    assertArrayEquals(NOISE, jar.content("folder/noise"));
    assertArrayEquals(new byte[0], jar.content("empty"));
    assertEquals(TEXT.length, jar.length("text"));
  }

  @Test
  void whatWasStoredIsReadBack() throws IOException {
    NestedJar jar = open(packed("", ZipEntry.STORED));
    assertArrayEquals(TEXT, jar.content("text"));
    assertArrayEquals(NOISE, jar.content("folder/noise"));
  }

  @Test
  void theNamesStandInTheOrderOfTheJar() throws IOException {
    NestedJar jar = open(packed("", ZipEntry.DEFLATED));
    List<String> names = new ArrayList<>();
    jar.names().forEach(names::add);
    assertEquals(List.of("text", "folder/noise", "empty", "\u5730\u5f62"), names);
    assertTrue(jar.contains("\u5730\u5f62"));
    assertFalse(jar.contains("folder"));
  }

  @Test
  void aCommentAtTheEndDoesNotHideTheTableOfContents() throws IOException {
    assertArrayEquals(TEXT, open(packed("x".repeat(60_000), ZipEntry.DEFLATED)).content("text"));
  }

  @Test
  void aJarWithinAJarIsReadInPlace() throws IOException {
    byte[] inner = packed("inner", ZipEntry.DEFLATED);
    NestedJar outer = open(jar(ZipEntry.STORED, "before", NOISE, "inner.jar", inner));
    NestedJar nested = outer.nested("inner.jar");
    assertArrayEquals(TEXT, nested.content("text"));
    assertArrayEquals(NOISE, nested.content("folder/noise"));
  }

  @Test
  void aJarThatIsCompressedInItsJarIsRefused() throws IOException {
    NestedJar outer = open(jar(ZipEntry.DEFLATED, "inner.jar", packed("", ZipEntry.STORED)));
    assertThrows(IOException.class, () -> outer.nested("inner.jar"));
  }

  @Test
  void anEntryThatIsNotThereIsRefused() throws IOException {
    NestedJar jar = open(packed("", ZipEntry.DEFLATED));
    assertThrows(IOException.class, () -> jar.content("other"));
    assertThrows(IOException.class, () -> jar.length("other"));
  }

  @Test
  void whateverIsCutOffTheReaderSaysSo() throws IOException {
    byte[] whole = packed("", ZipEntry.DEFLATED);
    for (int length = 0; length < whole.length; length += 37) {
      NestedJar jar = open(Arrays.copyOf(whole, length));
      assertThrows(IOException.class, () -> jar.contains("text"), "cut to " + length);
    }
  }

  @Test
  void aDamagedJarGivesAnIoExceptionOrTheContentAndNothingElse() throws IOException {
    byte[] whole = packed("", ZipEntry.DEFLATED);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      // The table of contents and the record at the end are in the last 300 bytes.
      damaged[damaged.length - 1 - random.nextInt(300)] ^= (byte) (1 << random.nextInt(8));
      try {
        open(damaged).content("text");
      } catch (IOException expected) {
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  private NestedJar open(byte[] jar) throws IOException {
    Path file = Files.createTempFile(folder, "test", ".jar");
    return NestedJar.open(Files.write(file, jar).toString());
  }

  private static byte[] packed(String comment, int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      add(zip, method, "text", TEXT);
      add(zip, method, "folder/noise", NOISE);
      add(zip, method, "empty", new byte[0]);
      add(zip, method, "\u5730\u5f62", TEXT);
    }
    return bytes.toByteArray();
  }

  private static byte[] jar(int method, Object... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        add(zip, method, (String) entries[i], (byte[]) entries[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, int method, String name, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setCrc(sum.getValue());
      entry.setSize(content.length);
    }
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
