package org.chikei.trajectory.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.Period;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFormatsTest {
  private static final SeriesFormat COLVAR = new ColvarFormat();
  private static final SeriesFormat CSV = new TableFormat();
  private static final SeriesFormat XVG = new XvgFormat();

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table"), text);
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private String fault(SeriesFormat format, String text) throws IOException {
    Path file = file(text);
    InputException e = assertThrows(InputException.class, () -> Table.of(format, file));
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    return e.getMessage().substring(file.toString().length() + 2);
  }

  @Test
  void aTableOfPlumedHasItsNamesPeriodsAndNumbers() throws IOException {
    Path file = Decoded.data("ala2-dense.colvar");
    Table table = Table.of(COLVAR, file);
    assertEquals(
        List.of("time", "d1", "dCN", "dee", "dOH", "dHO", "ang", "phi", "psi", "rg", "diff"),
        table.names());
    List<String> lines = Files.readAllLines(file);
    assertEquals(2000, table.rows().size());
    for (int k = 0; k < 2000; k++) {
      String[] words = lines.get(lines.size() - 2000 + k).strip().split(" +");
      for (int c = 0; c < words.length; c++) {
        assertEquals(Double.parseDouble(words[c]), table.rows().get(k)[c]);
      }
      assertEquals(table.rows().get(k)[0], table.times().get(k));
    }
    try (Series series = COLVAR.open(file, SeriesOptions.NONE)) {
      assertEquals(Optional.of(Period.TURN), series.columns().get(7).period());
      assertEquals(Optional.empty(), series.columns().get(6).period());
      assertEquals(1e-9, series.columns().get(1).resolution(), 1e-24);
    }
    assertEquals(List.of(0), table.begins());
  }

  @ParameterizedTest
  @CsvSource({
    "-pi, pi, -1, 1",
    "0, 2*pi, 0, 2",
    "-0.5*pi, pi/2, -0.5, 0.5",
    "-(pi), 3*pi/3, -1, 1"
  })
  void periodsMayBeWrittenWithPi(String minimum, String maximum, double low, double high)
      throws IOException {
    Path file =
        file(
            "#! FIELDS time x\n#! SET min_x %s\n#! SET max_x %s\n 0 1\n"
                .formatted(minimum, maximum));
    try (Series series = COLVAR.open(file, SeriesOptions.NONE)) {
      Period period = series.columns().get(1).period().orElseThrow();
      assertEquals(low * Math.PI, period.minimum(), 1e-15);
      assertEquals(high * Math.PI, period.maximum(), 1e-15);
    }
  }

  @Test
  void aRunThatWasContinuedRepeatsItsHeader() throws IOException {
    String head = "#! FIELDS time x\n#! SET min_x -pi\n#! SET max_x pi\n";
    Table table = Table.of(COLVAR, file(head + " 0 1\n 1 2\n" + head + " 1 3\n 2 4\n"));
    assertEquals(List.of(0.0, 1.0, 1.0, 2.0), table.times());
    assertArrayEquals(new double[] {1, 2, 3, 4}, table.column("x"));
    assertEquals(List.of(0), table.begins(), "time alone tells whether it is another segment");
    Table timeless = Table.of(COLVAR, file("#! FIELDS x\n1\n2\n#! FIELDS x\n3\n"));
    assertEquals(List.of(0, 2), timeless.begins());
  }

  @Test
  void columnsThatChangeAreRefused() throws IOException {
    assertEquals(
        "line 3: the fields change here, from time x to time y; divide the file, one for each set of"
            + " columns",
        fault(COLVAR, "#! FIELDS time x\n 0 1\n#! FIELDS time y\n 1 2\n"));
    assertEquals(
        "line 4: 'max_x' changes here, from pi to 3",
        fault(COLVAR, "#! FIELDS time x\n#! SET max_x pi\n 0 1\n#! SET max_x 3\n 1 2\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time,d,e\n0.0,1.5,-2\n0.5,2.5,3e-1\n",
        "\ufefftime,d,e\r\n0.0,1.5,-2\r\n0.5,2.5,3e-1\r\n",
        "# made by hand\n\"time\" ; \"d\";e\n0.0; \"1.5\" ;-2\n# between\n\n0.5;2.5;3e-1\n",
        "time\td\te\n0.0\t1.5\t-2\n0.5\t2.5\t3e-1\n",
        "# time d e\n 0.0   1.5 -2\n 0.5   2.5  3e-1\n",
        "#\"time (ps)\",\"d\",\"e [nm]\"\n0.0,1.5,-2\n0.5,2.5,3e-1\n",
        "time d e\n0.0 1.5 -2\ntime d e\n0.5 2.5 3e-1\n"
      })
  void tablesOfEverySeparatorSayTheSame(String text) throws IOException {
    Table table = Table.of(CSV, file(text));
    assertEquals(List.of("time", "d", "e"), table.names());
    assertEquals(List.of(0.0, 0.5), table.times());
    assertArrayEquals(new double[] {1.5, 2.5}, table.column("d"));
    assertArrayEquals(new double[] {-2, 0.3}, table.column("e"));
    assertEquals(List.of(), table.warnings());
  }

  @Test
  void withoutNamesTheFirstColumnIsTheTimeIfItIncreases() throws IOException {
    Table table =
        Table.of(CSV, file("0 7\n1 8\n2 7\n0 8\n1 9\n2 9\n3 9\n4 9\n5 9\n6 9\n7 9\n8 9\n"));
    assertEquals(List.of("1", "2"), table.names());
    assertEquals(0, table.timeColumn());
    assertTrue(
        table.notes().get(0).contains("the first, which increases"), table.notes()::toString);
    assertEquals(-1, Table.of(CSV, file("0 7\n1 8\n0 7\n1 8\n")).timeColumn());
    assertEquals(-1, Table.of(CSV, file("7\n8\n")).timeColumn());
    assertEquals(-1, Table.of(CSV, file("frame,d\n0,1\n1,2\n")).timeColumn());
    assertEquals(-1, Table.of(CSV, file("T,d\n300,1\n301,2\n")).timeColumn(), "a temperature");
    assertEquals(1, Table.of(CSV, file("T,t\n300,1\n301,2\n")).timeColumn());
  }

  @Test
  void theJobSaysWhichColumnIsTheTime() throws IOException {
    Path file = file("step,t,clock\n1,5,0.5\n2,7,1.0\n");
    assertEquals(List.of(5.0, 7.0), Table.of(CSV, file).times());
    assertEquals(List.of(0.5, 1.0), Table.of(CSV, file, new SeriesOptions("clock"), 1).times());
    assertEquals(List.of(1.0, 2.0), Table.of(CSV, file, new SeriesOptions("1"), 1).times());
    assertEquals(-1, Table.of(CSV, file, new SeriesOptions("none"), 1).timeColumn());
    InputException e =
        assertThrows(
            InputException.class, () -> Table.of(CSV, file, new SeriesOptions("Clock"), 1));
    assertEquals(
        file + ": has no column 'Clock', which 'source.time-column' names (it has: step, t, clock)",
        e.getMessage());
  }

  @Test
  void timesInOtherUnitsAreConverted() throws IOException {
    assertEquals(List.of(0.0, 0.5), Table.of(CSV, file("time (fs),d\n0,1\n500,2\n")).times());
    Table xvg =
        Table.of(XVG, file("@ xaxis label \"Time (ns)\"\n@TYPE xy\n 0.000 1.0\n 0.002 1.5\n"));
    assertEquals(List.of(0.0, 2.0), xvg.times());
    assertArrayEquals(new double[] {0, 2}, xvg.column("time"));
    assertTrue(xvg.notes().get(0).endsWith("times are in ns and were converted to ps"));
  }

  @Test
  void aTableForGraceHasItsLegendsAndSets() throws IOException {
    String text =
        """
        # This file was created by hand
        @    title "Two torsions"
        @    xaxis  label "Time (ps)"
        @    yaxis  label "Angle (degrees)"
        @TYPE xy
        @ s0 legend "phi"
        @ s1 legend "psi"
           0.000   -80.5   100.0
           1.000   -81.5   101.0
        &
           2.000   -82.5   102.0
        """;
    Table table = Table.of(XVG, file(text));
    assertEquals(List.of("time", "phi", "psi"), table.names());
    assertEquals(List.of(0.0, 1.0, 2.0), table.times());
    assertArrayEquals(new double[] {100, 101, 102}, table.column("psi"));
    assertEquals(List.of(0, 2), table.begins());
    assertTrue(table.notes().get(0).contains("2 sets of rows"), table.notes()::toString);
    try (Series series = XVG.open(file(text), SeriesOptions.NONE)) {
      assertEquals("degrees", series.columns().get(1).unit());
    }
  }

  @Test
  void compressedFilesSayTheSame() throws IOException {
    byte[] bytes = Files.readAllBytes(Decoded.data("ala2-dense.colvar"));
    Path gzip = Files.write(folder.resolve("COLVAR.gz"), compressed(bytes));
    Table plain = Table.of(COLVAR, Decoded.data("ala2-dense.colvar"));
    Table table = Table.of(COLVAR, gzip);
    assertEquals(plain.rows().size(), table.rows().size());
    for (int k = 0; k < plain.rows().size(); k++) {
      assertArrayEquals(plain.rows().get(k), table.rows().get(k));
    }
    byte[] whole = Files.readAllBytes(gzip);
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
    assertThrows(InputException.class, () -> Table.of(COLVAR, cut));
    whole[whole.length / 2] ^= 0x55;
    Path damaged = Files.write(folder.resolve("damaged.gz"), whole);
    assertThrows(InputException.class, () -> Table.of(COLVAR, damaged));
  }

  @Test
  void damageIsNamedWithItsLine() throws IOException {
    String head = "#! FIELDS time d\n 0 1.0\n 1 1.1\n";
    assertEquals(
        "line 4: column 'd' holds 'x1.2', which is no finite number",
        fault(COLVAR, head + " 2 x1.2\n"));
    assertEquals(
        "line 4: column 'time' holds '2..', which is no finite number",
        fault(COLVAR, head + " 2.. 1.2\n"));
    assertEquals(
        "line 4: column 'd' holds 'nan', which is no finite number",
        fault(COLVAR, head + " 2 nan\n"));
    assertEquals(
        "line 4: 1 field, but there are 2 columns (time, d)", fault(COLVAR, head + " 2\n 3 1.3\n"));
    assertEquals(
        "line 4: 3 fields, but there are 2 columns (time, d)", fault(COLVAR, head + " 2 3 4\n"));
    assertEquals("line 3: column 'd' is empty", fault(CSV, "time,d\n0,1\n1,\n2,3\n"));
    assertEquals(
        "line 3: column 'd' holds '1,5', which is no finite number; numbers have a decimal point",
        fault(CSV, "time;d\n0;1\n1;1,5\n2;3\n"));
    assertEquals("line 1: the file ends, but no row of numbers has come", fault(CSV, "time,d\n"));
    assertEquals(
        "line 1: a row, but no line '#! FIELDS …' has come that names its columns",
        fault(COLVAR, "0 1\n#! FIELDS time d\n"));
    assertEquals(
        "line 4: the period of 'd' above it: 'twice' is no number and no expression with pi, such as"
            + " -pi or 2*pi",
        fault(COLVAR, "#! FIELDS time d\n#! SET min_d twice\n#! SET max_d pi\n 0 1.0\n"));
    assertEquals(
        "line 2: 3 fields, but there are 2 columns (time, d)", fault(CSV, "time,d\n0,1,2\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" 2", " 2 1.2", " 2 1.", " 2 -", " "})
  void aLastLineThatIsCutIsLeftOut(String rest) throws IOException {
    Table table = Table.of(COLVAR, file("#! FIELDS time d\n 0 1.00\n 1 1.10\n" + rest));
    assertArrayEquals(new double[] {1, 1.1}, table.column("d"));
    assertEquals(rest.isBlank() ? 0 : 1, table.warnings().size());
    assertTrue(
        rest.isBlank()
            || table
                .warnings()
                .get(0)
                .endsWith("the last line, 4, is cut; the 2 rows before it are used"),
        table.warnings()::toString);
  }

  @Test
  void aLastLineThatIsWholeIsUsedWithoutAnEnd() throws IOException {
    Table table = Table.of(COLVAR, file("#! FIELDS time d\n 0 1.00\n 1 1.10\n 2 1.20"));
    assertArrayEquals(new double[] {1, 1.1, 1.2}, table.column("d"));
    assertEquals(List.of(), table.warnings());
  }

  @Test
  void jumpsFindWholeRowsAllOverTheFile() throws IOException {
    try (Series series = COLVAR.open(Decoded.data("ala2-dense.colvar"), SeriesOptions.NONE)) {
      FrameBatch batch = series.spread(50);
      assertEquals(50, batch.size());
      SeriesDecoder decoder = series.decoder(new int[] {0});
      double before = -1;
      for (double[] row : Table.decoded(batch, decoder, 1)) {
        assertTrue(row[0] > before);
        // fifty places among 2000 steps; rows are of nearly one length
        assertTrue(row[0] - before < 44, () -> row[0] + "");
        before = row[0];
      }
      assertTrue(before > 1950, "the last of them lies near the end, at " + before);
      assertEquals(0.0, series.next(1).time(0), "the walk still begins with the first row");
    }
    Path damaged = file("#! FIELDS time d\n 0 1\n 1 x\n 2 1\n 3 1\n 4 y\n");
    try (Series series = COLVAR.open(damaged, SeriesOptions.NONE)) {
      FrameBatch batch = series.spread(40);
      List<double[]> rows = Table.decoded(batch, series.decoder(new int[] {0}), 1);
      assertArrayEquals(new double[] {0, 2}, rows.stream().mapToDouble(r -> r[0]).toArray());
    }
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws IOException {
    Path file = folder.resolve("long.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("time,d\n");
      for (int k = 0; k < 400_000; k++) {
        out.write((k * 0.5) + "," + (k % 1000) + ".25\n");
      }
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long held = 0;
    try (Series series = CSV.open(file, SeriesOptions.NONE)) {
      long before = threads.getCurrentThreadAllocatedBytes();
      int batches = 0;
      for (FrameBatch batch = series.next(1024); batch != null; batch = series.next(1024)) {
        batches++;
      }
      held = (threads.getCurrentThreadAllocatedBytes() - before) / batches;
    }
    // the bytes, times and places of 1024 rows of 15 bytes, and arrays that had to grow
    assertTrue(held < 150_000, held + " bytes a batch");
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
    Path file = folder.resolve("line");
    byte[] text = new byte[20 << 20];
    Arrays.fill(text, (byte) '1');
    Files.write(file, text);
    InputException e = assertThrows(InputException.class, () -> Table.of(CSV, file));
    assertTrue(e.getMessage().contains("has no end"), e.getMessage());
  }

  @Test
  void formatsAreToldByTheirContent() throws IOException {
    byte[] colvar = Files.readAllBytes(Decoded.data("ala2-dense.colvar"));
    byte[] xvg = "# x\n@    title \"t\"\n 0 1\n".getBytes(StandardCharsets.US_ASCII);
    byte[] csv = "time,d\n0,1\n".getBytes(StandardCharsets.US_ASCII);
    byte[] trr = Files.readAllBytes(Decoded.data("nacl.trr"));
    assertEquals(3, COLVAR.recognises(colvar, "x"));
    assertEquals(0, COLVAR.recognises(xvg, "x"));
    assertEquals(3, XVG.recognises(xvg, "x"));
    assertEquals(0, XVG.recognises(colvar, "x"));
    assertEquals(2, CSV.recognises(csv, "x"));
    assertEquals(0, CSV.recognises(trr, "x"));
    assertEquals(1, COLVAR.recognises(csv, "COLVAR.0"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertEquals(
        folder.resolve("none") + ": there is no such file",
        assertThrows(InputException.class, () -> Table.of(CSV, folder.resolve("none")))
            .getMessage());
    assertThrows(InputException.class, () -> Table.of(CSV, folder));
    assertThrows(InputException.class, () -> Table.of(CSV, Files.createFile(folder.resolve("e"))));
  }
}
