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

/** The figures of the founding review, drawn from a model by the executable jar. */
class ReviewFiguresIT {
  @TempDir Path folder;

  @Test
  void twoWellsComeBackFromTheirProjection() throws Exception {
    Outcome outcome =
        ExecutableJar.run(
            folder,
            "run",
            Repository.descriptor("review-figures.yaml").toAbsolutePath().toString(),
            "--set",
            "source.segments=400",
            "--output",
            "figures");
    assertEquals(0, outcome.status(), outcome::errors);
    assertTrue(
        outcome.output().contains("one basin in ρ(r1), and two basins in ρ(r1, r2)"),
        outcome::output);
    Path figures = folder.resolve("figures");
    String json = Files.readString(figures.resolve("hidden.hierarchy.json"));
    Matcher populations = Pattern.compile("\"population\": ([0-9.]+)").matcher(json);
    double sum = 0;
    int basins = 0;
    while (populations.find()) {
      sum += Double.parseDouble(populations.group(1));
      basins++;
    }
    assertEquals(3, basins, json);
    assertEquals(2, sum, 1e-6);
    assertTrue(json.contains("\"prominence_kT\": null"), json);
    assertEquals(
        "segment,t,r1,r2", Files.readAllLines(figures.resolve("hidden.hierarchy.csv")).get(0));
    String report = Files.readString(figures.resolve("report.html"));
    for (String title : new String[] {"How far r1 is foretold", "Spectra", "Basins"}) {
      assertTrue(report.contains(title), title);
    }
  }

  @Test
  void framesThatDoNotFollowTheMotionAreRefusedWithTheSpacingThatWould() throws Exception {
    Path job = folder.resolve("job.yaml");
    Files.writeString(
        job,
        """
        source: {trajectory: %s, structure: %s, temperature: 300}
        coordinates: [{name: phi, type: torsion, atoms: [1, 2, 3, 4]}]
        analysis: [{step: hierarchy, of: phi}]
        """
            .formatted(
                Repository.data("butane.trr").toAbsolutePath(),
                Repository.data("butane.pdb").toAbsolutePath()));
    Outcome outcome = ExecutableJar.run(folder, "run", "job.yaml");
    assertEquals(3, outcome.status());
    assertTrue(
        outcome.errors().contains("do not follow the motion of 'phi'")
            && outcome.errors().contains("save frames every 0.006 ps or closer"),
        outcome::errors);
  }
}
