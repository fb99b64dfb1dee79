package org.chikei.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagingTest {
  @TempDir Path folder;

  private List<String> names(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsNotMovedLeavesNothingNotEvenFoldersMadeForIt() throws IOException {
    try (Staging staging = new Staging(folder.resolve("a/b/results"))) {
      Files.writeString(staging.folder().resolve("x.csv"), "x");
      assertFalse(Files.exists(folder.resolve("a/b/results")));
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void aNewFolderAppearsAtOnce() throws IOException {
    try (Staging staging = new Staging(folder.resolve("results"))) {
      Files.writeString(staging.folder().resolve("x.comparison.csv"), "x");
      assertEquals(List.of("x.comparison.csv"), staging.moveIntoPlace());
    }
    assertEquals(List.of("results"), names(folder));
    assertEquals(List.of("x.comparison.csv"), names(folder.resolve("results")));
  }

  @Test
  void olderResultsGoAndOtherFilesStay() throws IOException {
    Path results = Files.createDirectory(folder.resolve("results"));
    for (String older :
        List.of(
            "results.json",
            "report.html",
            "phi-psi.free-energy.csv",
            "x.hierarchy.json",
            "x.time-scale-every.csv",
            "x.comparison.csv",
            "data.csv",
            "README",
            "my.notes.txt")) {
      Files.writeString(results.resolve(older), "old");
    }
    try (Staging staging = new Staging(results)) {
      Files.writeString(staging.folder().resolve("x.comparison.csv"), "new");
      staging.moveIntoPlace();
    }
    assertEquals(List.of("README", "data.csv", "my.notes.txt", "x.comparison.csv"), names(results));
    assertEquals("new", Files.readString(results.resolve("x.comparison.csv")));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void aLinkToAFolderStaysALink() throws IOException {
    Path real = Files.createDirectories(folder.resolve("disk/real"));
    Path link = Files.createSymbolicLink(folder.resolve("results"), real);
    try (Staging staging = new Staging(link)) {
      Files.writeString(staging.folder().resolve("results.json"), "new");
      staging.moveIntoPlace();
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of("results.json"), names(real));
    assertEquals(List.of("real"), names(folder.resolve("disk")));
  }
}
