package org.chikei.structure;

import static org.chikei.structure.Sample.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.chikei.api.InputException;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.StructureFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format meets every kind of damage with one clear line, or reads what is there. */
class DamagedFilesTest {
  private static final List<StructureFormat> FORMATS =
      List.of(
          new PdbFormat(),
          new XyzFormat(),
          new GroFormat(),
          new SdfFormat(),
          new Mol2Format(),
          new CmlFormat());
  private static final List<String> ENDS = List.of(".pdb", ".xyz", ".gro", ".sdf", ".mol2", ".cml");

  /** How many damaged files to try of each format; more with {@code -Dchikei.fuzz=100000}. */
  private static final int TRIALS = Integer.getInteger("chikei.fuzz", 150);

  @TempDir Path folder;

  private static byte[] water(int format) throws IOException {
    String name = "water" + ENDS.get(format);
    try (var bytes = DamagedFilesTest.class.getResourceAsStream(name)) {
      return bytes.readAllBytes();
    }
  }

  private Structure readOrRefuse(int format, byte[] bytes) throws IOException {
    Path file = Sample.file(folder, "damaged", bytes);
    try {
      return FORMATS.get(format).read(file);
    } catch (InputException e) {
      String message = e.getMessage();
      assertTrue(message.startsWith(file + ": ") && message.lines().count() == 1, message);
      return null;
    } catch (RuntimeException | Error e) {
      return fail(ENDS.get(format) + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
    }
  }

  @Test
  void theUndamagedFilesHoldOneWater() throws IOException {
    for (int k = 0; k < FORMATS.size(); k++) {
      Structure water = readOrRefuse(k, water(k));
      assertEquals(List.of("O", "H", "H"), Sample.elements(water), ENDS.get(k));
      assertEquals(2, water.bonds().size(), ENDS.get(k));
      assertEquals(0.096, water.positions().orElseThrow()[3], 1e-12, ENDS.get(k));
    }
  }

  @Test
  void eachFormatKnowsItsOwnContentWhateverTheName() throws IOException {
    for (int k = 0; k < FORMATS.size(); k++) {
      for (int f = 0; f < FORMATS.size(); f++) {
        int sure = FORMATS.get(f).recognises(water(k), "file.dat");
        assertTrue(f == k ? sure >= 2 : sure == 0, ENDS.get(f) + " of " + ENDS.get(k));
      }
    }
  }

  @Test
  void whereContentSaysNothingTheNameDoes() {
    for (int k = 0; k < FORMATS.size(); k++) {
      String name = "A" + ENDS.get(k).toUpperCase(Locale.ROOT);
      assertEquals(1, FORMATS.get(k).recognises(new byte[0], name));
      assertEquals(0, FORMATS.get(k).recognises(new byte[0], "a.trr"));
    }
  }

  @Test
  void recognitionStandsAnyBytes() {
    byte[] noise = new byte[65536];
    new Random(5).nextBytes(noise);
    byte[] blanks = new byte[65536];
    Arrays.fill(blanks, (byte) ' ');
    byte[] digits = new byte[65536];
    Arrays.fill(digits, (byte) '1');
    byte[] tokens = "1\n\n".concat("a 1 ".repeat(16000)).getBytes(StandardCharsets.US_ASCII);
    for (StructureFormat format : FORMATS) {
      assertEquals(0, format.recognises(noise, "x"));
      assertEquals(0, format.recognises(blanks, "x"));
      assertEquals(0, format.recognises(digits, "x"));
      assertEquals(format instanceof XyzFormat ? 2 : 0, format.recognises(tokens, "x"));
    }
  }

  @Test
  void compressedFilesReadAsPlainOnes() throws IOException {
    for (int format = 0; format < FORMATS.size(); format++) {
      byte[] bytes = water(format);
      Structure plain = readOrRefuse(format, bytes);
      Structure packed = readOrRefuse(format, gzip(bytes));
      assertEquals(plain.atoms(), packed.atoms());
      assertEquals(plain.bonds(), packed.bonds());
    }
  }

  @Test
  void aCompressedFileThatIsCutIsTold() throws IOException {
    for (int format = 0; format < FORMATS.size(); format++) {
      byte[] packed = gzip(water(format));
      for (int length : new int[] {20, packed.length / 2, packed.length - 1}) {
        Path file = Sample.file(folder, "cut", Arrays.copyOf(packed, length));
        assertRefused(FORMATS.get(format), file, "the gzip file is cut after " + length + " bytes");
      }
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void missingAndEmptyFilesAndFoldersAreRefused() {
    for (StructureFormat format : FORMATS) {
      assertRefused(format, folder.resolve("none.pdb"), "no such file");
      assertRefused(format, folder, "folder");
      assertRefused(format, Sample.file(folder, "empty", new byte[0]), "empty");
      assertRefused(format, Sample.file(folder, "blank", "\n"));
      assertRefused(format, Sample.file(folder, "mark", "\u00EF\u00BB\u00BF"));
    }
  }

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(3);
    byte[] bytes = new byte[10_000];
    for (int trial = 0; trial < 20; trial++) {
      random.nextBytes(bytes);
      Path file = Sample.file(folder, "noise", bytes);
      for (StructureFormat format : FORMATS) {
        assertRefused(format, file);
      }
    }
  }

  @Test
  void aLineThatDoesNotEndIsNoText() {
    byte[] bytes = new byte[3 << 20];
    Arrays.fill(bytes, (byte) '7');
    Path file = Sample.file(folder, "long", bytes);
    for (StructureFormat format : FORMATS.subList(0, 5)) {
      assertRefused(format, file, "line 1", "no text");
    }
  }

  @Test
  void aFileCutAnywhereIsReadWholeOrRefused() throws IOException {
    for (int k = 0; k < FORMATS.size(); k++) {
      byte[] whole = water(k);
      for (int length = 0; length < whole.length; length++) {
        Structure read = readOrRefuse(k, Arrays.copyOf(whole, length));
        assertTrue(read == null || read.size() == 3, ENDS.get(k) + " cut to " + length);
      }
    }
  }

  @Test
  void flippedBitsAreReadOrRefused() throws IOException {
    Random random = new Random(17);
    for (int k = 0; k < FORMATS.size(); k++) {
      byte[] whole = water(k);
      for (int trial = 0; trial < TRIALS; trial++) {
        byte[] damaged = whole.clone();
        for (int flips = 0; flips <= trial % 3; flips++) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        readOrRefuse(k, damaged);
      }
    }
  }

  @Test
  void neitherReadingNorRefusingPrintsAnything() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      for (int k = 0; k < FORMATS.size(); k++) {
        readOrRefuse(k, water(k));
        readOrRefuse(k, Arrays.copyOf(water(k), water(k).length / 2));
      }
    } finally {
      System.setErr(before);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }
}
