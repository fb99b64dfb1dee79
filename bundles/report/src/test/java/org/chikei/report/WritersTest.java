package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.ResultWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every writer. */
class WritersTest {
  private static final List<ResultWriter> WRITERS =
      List.of(new CsvWriter(), new JsonWriter(), new HtmlWriter());

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "fr-CH"})
  void theDefaultLocaleChangesNothing(String tag) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      List<Path> plain = writeAll(SampleJob.butane(), "plain");
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertSameBytes(plain, writeAll(SampleJob.butane(), "local"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void onlyWhatStandsInRunChangesFromRunToRun() throws IOException {
    JobResult result = SampleJob.butane();
    JobResult again = withRun(result, Map.of("threads", 7, "host", "elsewhere"));
    List<Path> first = writeAll(withRun(result, Map.of()), "first");
    List<Path> second = writeAll(withRun(again, Map.of()), "second");
    assertSameBytes(first, second);
    List<Path> third = writeAll(again, "third");
    for (Path file : third) {
      boolean tellsTheRun = file.endsWith("results.json");
      String text = Files.readString(file);
      assertEquals(tellsTheRun, text.contains("elsewhere"), file.toString());
    }
  }

  @Test
  void nothingIsWrittenBesideTheFilesThatAreNamed() throws IOException {
    List<Path> named = writeAll(SampleJob.butane(), "folder");
    try (var files = Files.walk(folder)) {
      assertEquals(
          named.stream().sorted().toList(), files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static JobResult withRun(JobResult result, Map<String, Object> run) {
    return new JobResult(
        result.title(),
        result.steps(),
        result.failures(),
        result.settings(),
        result.warnings(),
        result.notes(),
        result.inputs(),
        run,
        result.structure());
  }

  private List<Path> writeAll(JobResult result, String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    List<Path> files = new ArrayList<>();
    for (ResultWriter writer : WRITERS) {
      for (String file : writer.write(result, own)) {
        files.add(own.resolve(file));
      }
    }
    return files;
  }

  private static void assertSameBytes(List<Path> expected, List<Path> actual) throws IOException {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(
          Files.readAllBytes(expected.get(i)),
          Files.readAllBytes(actual.get(i)),
          actual.get(i).toString());
    }
  }
}
