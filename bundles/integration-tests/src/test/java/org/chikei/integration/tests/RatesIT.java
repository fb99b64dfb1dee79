package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates over the barrier of a model, from free runs and from runs under springs. */
class RatesIT {
  private static final Pattern RATE =
      Pattern.compile("\"tst_rate\": ([0-9.eE-]+),\\s*\"tst_rate_err\": ([0-9.eE-]+)");

  @TempDir Path folder;

  @Test
  void windowsKnowTheRateOfFreeRunsAndNoRateOfTheirOwn() throws Exception {
    Files.writeString(
        folder.resolve("free.yaml"),
        """
        source:
          model: double-well-2d
          parameters: {h: 3}
          temperature: {kT: 1}
          dynamics: langevin
          segments: 20
          frames: 10000
          spacing: 0.05
          seed: 11
        analysis: [{step: comparison, of: q1, bins: 50}]
        output: {directory: free, formats: [json]}
        """);
    Outcome free = ExecutableJar.run(folder, "run", "free.yaml");
    assertEquals(0, free.status(), free::errors);
    Outcome windows =
        ExecutableJar.run(
            folder,
            "run",
            Repository.descriptor("umbrella-windows.yaml").toString(),
            "--set",
            "source.parameters.h=3",
            "--output",
            "windows");
    assertEquals(0, windows.status(), windows::errors);
    String ofFree = Files.readString(folder.resolve("free/results.json"));
    String ofWindows = Files.readString(folder.resolve("windows/results.json"));
    Matcher direct = RATE.matcher(ofFree);
    Matcher joined = RATE.matcher(ofWindows);
    for (int way = 0; way < 2; way++) {
      assertTrue(direct.find() && joined.find());
      double rate = Double.parseDouble(direct.group(1));
      double error = Double.parseDouble(direct.group(2));
      double other = Double.parseDouble(joined.group(1));
      double otherError = Double.parseDouble(joined.group(2));
      assertEquals(rate, other, 3 * Math.hypot(error, otherError));
      // √(1/2π) e⁻³/∫ e^(−3(x² − 1)²) dx over one well, by quadrature
      assertEquals(0.035444, rate, 3 * error);
      assertEquals(0.035444, other, 3 * otherError);
      assertTrue(error < 0.15 * rate && otherError < 0.15 * rate);
    }
    assertTrue(ofFree.contains("\"rates\": \"from core to core of the basins\""), ofFree);
    assertTrue(ofWindows.contains("a biased system goes from basin to basin in times of its own"));
    assertTrue(ofWindows.contains("\"observed_rate\": null"));
    assertTrue(ofWindows.contains("\"passage_times\": []"));
    assertTrue(
        Files.readString(folder.resolve("windows/report.html"))
            .contains("a biased system goes from basin to basin"));
  }
}
