package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonWriterTest {
  @TempDir Path folder;

  @Test
  void aResultIsWrittenInTheOrderOfTheContract() throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", "differ");
    fields.put("reference_mass", new Quantity(0.030481234567891, Double.NaN, "amu nm²"));
    Map<String, Object> barrier = new LinkedHashMap<>();
    barrier.put("from", new Quantity(-1.5, 0.02, "rad"));
    barrier.put("G", 13.8);
    barrier.put("sure", true);
    barrier.put("at", Double.NaN);
    barrier.put("observed", Arrays.asList(1, null, -0.0));
    fields.put("barriers", List.of(barrier));
    StepResult step =
        new StepResult(
            "comparison",
            "phi",
            List.of("phi"),
            "G and Vm differ.",
            fields,
            List.of(),
            List.of(),
            List.of("Half \"steps\"."));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("temperature", 298.15);
    settings.put("seed", 9007199254740993L);
    settings.put("begin", 123456.789012345);
    JobResult result =
        new JobResult(
            "Butane",
            List.of(step),
            Map.of("cc", "no frame in range"),
            settings,
            List.of(),
            List.of("Bonds were told from distances."),
            List.of(new JobResult.Input("a\\b.trr", "00ff")),
            Map.of("threads", 2),
            Optional.empty());

    assertEquals(List.of("results.json"), new JsonWriter().write(result, folder));

    assertEquals(
        """
        {
          "version": 1,
          "results": [
            {
              "step": "comparison",
              "of": ["phi"],
              "name": "phi",
              "headline": "G and Vm differ.",
              "verdict": "differ",
              "reference_mass": {"value": 0.03048123457, "error": null, "unit": "amu nm²"},
              "barriers": [
                {
                  "from": {"value": -1.5, "error": 0.02, "unit": "rad"},
                  "G": 13.8,
                  "sure": true,
                  "at": null,
                  "observed": [1, null, 0]
                }
              ],
              "warnings": ["Half \\"steps\\"."]
            }
          ],
          "settings": {"temperature": 298.15, "seed": 9007199254740993, "begin": 123456.789012345},
          "warnings": [],
          "notes": ["Bonds were told from distances."],
          "failures": {"cc": "no frame in range"},
          "inputs": [{"path": "a\\\\b.trr", "sha256": "00ff"}],
          "run": {"threads": 2}
        }
        """,
        Files.readString(folder.resolve("results.json")));
  }

  @Test
  void aLongListFillsItsLines() {
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      numbers.add(i + 0.125);
    }
    String text = json(numbers);
    assertEquals(6, text.lines().count());
    assertEquals("[", text.lines().findFirst().orElseThrow());
    text.lines().forEach(line -> assertEquals(line.stripTrailing(), line));
    assertEquals(true, text.lines().allMatch(line -> line.length() <= 100));
    assertEquals(40, text.split(",").length);
  }

  @Test
  void aQuantityStaysWholeHoweverDeepItLies() {
    Object value = new Quantity(1, 2, "a very long unit ".repeat(8));
    assertEquals(1, json(value).lines().count());
  }

  @Test
  void charactersThatJsonForbidsAreEscaped() {
    assertEquals("\"\\u0000\\u001b\\n\\\"\\\\ é 😀 \\ud83d\"", json("\0\u001b\n\"\\ é 😀 \ud83d"));
  }

  @Test
  void whatHasNoJsonIsRefusedByItsClass() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> json(List.of(Optional.empty())));
    assertEquals("a result holds a java.util.Optional, which has no JSON", e.getMessage());
  }

  private static String json(Object value) {
    StringBuilder out = new StringBuilder();
    new JsonText(out).value(value, 0);
    return out.toString();
  }
}
