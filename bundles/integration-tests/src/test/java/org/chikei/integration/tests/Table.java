package org.chikei.integration.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table of a result: columns of numbers, blank fields are NaN. */
final class Table {
  private final List<String> names;
  private final List<String[]> rows;

  private Table(List<String> names, List<String[]> rows) {
    this.names = names;
    this.rows = rows;
  }

  static Table read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new Table(
        Arrays.asList(lines.get(0).split(",")),
        lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
  }

  List<String> names() {
    return names;
  }

  double[] column(String name) {
    int at = names.indexOf(name);
    return rows.stream()
        .mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at]))
        .toArray();
  }
}
