package org.chikei.batch.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chikei.api.InputException;
import org.chikei.batch.job.FileText;
import org.chikei.batch.job.JobFolder;
import org.chikei.batch.text.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileSearchTest {
  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("runs/b"));
    for (String name :
        List.of(
            "r1.trr",
            "r10.trr",
            "r2.trr",
            "R3.trr",
            "r[1].xtc",
            "{x}.trr",
            "runs/r1.trr",
            "runs/b/r2.trr")) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  private FileText text(String written) {
    return new FileText(written, JobFolder.of(folder), "source.trajectory", new Place("job", 1, 1));
  }

  private String found(String written) throws IOException {
    return String.join(
        " ", FileSearch.find(text(written)).stream().map(f -> folder.relativize(f) + "").toList());
  }

  @ParameterizedTest
  @CsvSource({
    "r1.trr, r1.trr",
    "r?.trr, r1.trr r2.trr",
    "r*.trr, r1.trr r10.trr r2.trr",
    "*.trr, R3.trr r1.trr r10.trr r2.trr {x}.trr",
    "[rR][0-9].trr, R3.trr r1.trr r2.trr",
    "[!r]*.trr, R3.trr {x}.trr",
    "r[1].xtc, r[1].xtc",
    "{x}.*, {x}.trr",
    "runs/*.trr, runs/r1.trr",
    "*/r1.trr, runs/r1.trr",
    "runs/**/*.trr, runs/b/r2.trr runs/r1.trr",
    "**/r2.trr, r2.trr runs/b/r2.trr",
    "**2.trr, r2.trr runs/b/r2.trr"
  })
  void aGlobFindsFilesInTheByteOrderOfTheirPaths(String glob, String files) throws IOException {
    assertEquals(files, found(glob));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../r1.trr",
        "link.trr",
        "lin*.trr",
        "../nowhere.trr",
        "b/../../r1.trr",
        "../r*.trr"
      })
  void aConfinedJobReadsNothingOutside(String written) throws IOException {
    Files.createSymbolicLink(folder.resolve("runs/link.trr"), folder.resolve("r2.trr"));
    Path inside = folder.resolve("runs");
    FileText text =
        new FileText(
            written,
            new JobFolder(inside, Optional.of(inside)),
            "source.trajectory",
            new Place("job", 1, 1));
    InputException e = assertThrows(InputException.class, () -> FileSearch.find(text));
    assertEquals(
        "source.trajectory: '" + written + "' lies outside the folder that this job may read",
        e.getMessage());
  }

  @Test
  void aConfinedJobReadsWhatLiesInside() throws IOException {
    Path inside = folder.resolve("runs");
    FileText text =
        new FileText(
            "**/*.trr",
            new JobFolder(inside, Optional.of(folder.resolve("runs/../runs"))),
            "source.trajectory",
            new Place("job", 1, 1));
    assertEquals(2, FileSearch.find(text).size());
  }

  @Test
  void noMatchIsAnError() {
    InputException e = assertThrows(InputException.class, () -> found("*.xyz"));
    assertTrue(e.getMessage().startsWith("source.trajectory: no file matches '*.xyz' in "));
    assertThrows(InputException.class, () -> found("nowhere/*.trr"));
    assertThrows(InputException.class, () -> found("r3.trr"));
    assertThrows(InputException.class, () -> found("runs"));
  }
}
