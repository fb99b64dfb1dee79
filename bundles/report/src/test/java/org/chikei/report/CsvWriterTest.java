package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chikei.api.result.Column;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.StepResult;
import org.chikei.api.result.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {
  @TempDir Path folder;

  @Test
  void aTableIsAFileWithItsHeadersItsWholeNumbersAndItsBlanks() throws IOException {
    Table table =
        new Table(
            "comparison",
            List.of(
                Column.of("r", "rad", new double[] {-3.0543261909900767, 0.1, -0.0}),
                Column.counts("count", new double[] {20001, 0, 7}),
                Column.of("G", "kJ/mol", new double[] {1.0 / 3, Double.NaN, 1e-7}),
                Column.of("G_err", "kJ/mol", new double[] {Double.NaN, Double.NaN, 1 / 0.0})));

    List<String> files = new CsvWriter().write(job("phi-psi", table), folder);

    assertEquals(List.of("phi-psi.comparison.csv"), files);
    assertEquals(
        """
        r,count,G,G_err
        -3.054326191,20001,0.3333333333,
        0.1,0,,
        0,7,1e-7,inf
        """,
        Files.readString(folder.resolve(files.get(0))));
  }

  @Test
  void everyTableOfEveryStepIsAFile() throws IOException {
    Table first = new Table("hierarchy", List.of(Column.of("t", "ps", new double[] {0})));
    Table second = new Table("basins", List.of());

    List<String> files = new CsvWriter().write(job("d", first, second), folder);

    assertEquals(List.of("d.hierarchy.csv", "d.basins.csv"), files);
    assertEquals("\n", Files.readString(folder.resolve("d.basins.csv")));
  }

  @Test
  void aHeaderThatHoldsASeparatorIsQuoted() throws IOException {
    Table table = new Table("t", List.of(Column.of("a,\"b\"", "", new double[] {1})));

    new CsvWriter().write(job("d", table), folder);

    assertEquals("\"a,\"\"b\"\"\"\n1\n", Files.readString(folder.resolve("d.t.csv")));
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsRefused() throws IOException {
    Table table = new Table("t", List.of());
    Path inner = Files.createDirectory(folder.resolve("inner"));
    for (String name : new String[] {"../d", "/tmp/d", "a/b", "a\\b"}) {
      IOException e =
          assertThrows(
              IOException.class, () -> new CsvWriter().write(job(name, table), inner), name);
      assertTrue(e.getMessage().startsWith(name + ".t.csv: "), e.getMessage());
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(inner), files.toList());
    }
  }

  private static JobResult job(String name, Table... tables) {
    return SampleJob.job(
        List.of(
            new StepResult(
                "comparison",
                name,
                List.of("phi"),
                "",
                Map.of(),
                List.of(tables),
                List.of(),
                List.of())));
  }
}
