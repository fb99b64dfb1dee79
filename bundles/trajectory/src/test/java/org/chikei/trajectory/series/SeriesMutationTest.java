package org.chikei.trajectory.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.chikei.api.InputException;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.series.SeriesOptions;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.trajectory.Decoded;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is in a table, finite numbers or an {@link InputException} come of it: nothing else,
 * soon, and without much memory. {@code -Dchikei.fuzz=100000} tries so many files for each format.
 */
class SeriesMutationTest {
  private static final int TRIES = Integer.getInteger("chikei.fuzz", 500);
  private static final String[] SNIPPETS = {
    "\n",
    "\r\n",
    " ",
    "\t",
    "-",
    "1e999",
    "nan",
    ",",
    ";",
    "\"",
    "#",
    "#! FIELDS time x\n",
    "#! SET min_phi ((((",
    "#! SET max_phi 1e9*pi\n",
    "@ s0 legend \"",
    "&\n",
    "@",
    "\u0000",
    "\ufeff",
    "1.0D+00",
    "99999999999999999999",
    "time",
    "(ps)",
    "%"
  };

  /** Buffers of a few files of some kB and their lines. */
  private static final long MEMORY = 4 << 20;

  @TempDir Path folder;

  /** One short sound file for each way to write a table, to be damaged. */
  enum Tables {
    COLVAR(new ColvarFormat()),
    PACKED(new ColvarFormat()),
    CSV(new TableFormat()),
    BLANKS(new TableFormat()),
    XVG(new XvgFormat());

    final SeriesFormat format;

    Tables(SeriesFormat format) {
      this.format = format;
    }

    byte[] sound() throws IOException {
      String colvar =
          Files.readString(Decoded.data("ala2-dense.colvar"))
              .lines()
              .limit(25)
              .reduce("", (text, line) -> text + line + "\n");
      String rows = colvar.lines().skip(5).reduce("", (text, line) -> text + line + "\n");
      String text =
          switch (this) {
            case COLVAR, PACKED -> colvar;
            case CSV ->
                "time,\"d\",e,f,g,h,ang (rad),phi,psi,rg,diff\r\n"
                    + rows.replaceAll("(?m)^ ", "").replace(' ', ',').replace("\n", "\r\n");
            case BLANKS -> "# some numbers\n" + rows;
            case XVG ->
                "# made by hand\n@ title \"t\"\n@ xaxis label \"Time (ns)\"\n"
                    + "@ yaxis label \"(nm)\"\n@ s0 legend \"d\"\n"
                    + rows
                    + "&\n"
                    + rows;
          };
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (this != PACKED) {
        return bytes;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(bytes);
      }
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageGivesNumbersOrAnInputException(Tables table) throws IOException {
    byte[] sound = table.sound();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(20140116 + table.ordinal());
    AtomicInteger mutant = new AtomicInteger();
    int[] read = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(60 + TRIES / 20),
        () -> {
          for (int k = 0; k < TRIES; k++) {
            mutant.set(k);
            Path file = Files.write(folder.resolve("mutant" + k), mutate(sound, random));
            long before = threads.getCurrentThreadAllocatedBytes();
            read[0] += read(table, file);
            Files.delete(file);
            long used = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(used < MEMORY, table + ", mutant " + k + " took " + used + " bytes");
          }
        },
        () -> table + ", mutant " + mutant + " takes for ever");
    // some damage can be lived with, so that rows come of some mutants
    assertTrue(read[0] > TRIES / 10, read[0] + " rows");
  }

  private static int read(Tables table, Path file) throws IOException {
    int rows = 0;
    table.format.recognises(Files.readAllBytes(file), "x");
    try (Series series = table.format.open(file, SeriesOptions.NONE)) {
      int columns = series.columns().size();
      SeriesDecoder decoder = series.decoder(IntStream.range(0, columns).toArray());
      decode(series.spread(5), decoder, columns);
      for (FrameBatch batch = series.next(7); batch != null; batch = series.next(7)) {
        decode(batch, decoder, columns);
        rows += batch.size();
      }
      assertTrue(!(series.progress() < 0) && !(series.progress() > 1));
      assertTrue(series.timeColumn() < columns);
    } catch (InputException e) {
      assertEquals(-1, e.getMessage().indexOf('\n'), e.getMessage());
      assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    }
    assertTrue(rows < 1000);
    return rows;
  }

  private static void decode(FrameBatch batch, SeriesDecoder decoder, int columns)
      throws IOException {
    if (batch == null) {
      return;
    }
    for (double[] row : Table.decoded(batch, decoder, columns)) {
      for (double number : row) {
        assertTrue(Double.isFinite(number));
      }
    }
    for (int k = 0; k < batch.size(); k++) {
      assertTrue(!Double.isInfinite(batch.time(k)));
    }
  }

  private static byte[] mutate(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 8; changes--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(200, bytes.length - at));
      byte[] snippet = SNIPPETS[random.nextInt(SNIPPETS.length)].getBytes(StandardCharsets.UTF_8);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> bytes = spliced(bytes, at, length, new byte[0]);
        case 4 -> bytes = spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
        default ->
            bytes = spliced(bytes, at, Math.min(random.nextInt(4), bytes.length - at), snippet);
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    byte[] result = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(added, 0, result, at, added.length);
    System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
    return result;
  }
}
