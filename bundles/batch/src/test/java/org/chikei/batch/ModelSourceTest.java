package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.result.Table;
import org.chikei.api.structure.Structure;
import org.chikei.batch.fake.FakeModels;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelSourceTest {
  private static final String SWING =
      "source: {model: swing, parameters: {amplitude: 2}, temperature: {kT: 1}, frames: 3000}\n";

  @TempDir Path folder;

  private final FakeRegistry registry = FakeModels.registry();
  private final BatchWorkbench workbench = new BatchWorkbench(registry);

  private JobRequest request(String job) throws Exception {
    Path file = Files.writeString(folder.resolve("job.yaml"), job);
    return new JobRequest(file, Map.of(), Optional.of(folder.resolve("out")), 2);
  }

  private JobOutcome run(String job) throws Exception {
    return workbench.run(request(job), JobMonitor.NONE);
  }

  private List<String> problems(String job) throws Exception {
    return problems(request(job));
  }

  private List<String> problems(JobRequest request) {
    JobException e =
        assertThrows(JobException.class, () -> workbench.run(request, JobMonitor.NONE));
    assertEquals(0, registry.borrowed());
    return e.problems().stream()
        .map(p -> p.toString().replace(request.file().toString(), "job"))
        .toList();
  }

  @Test
  void aModelTakesNoAtoms() throws Exception {
    Structure atoms = new Structure(List.of(), List.of(), false, null, "nothing");
    assertEquals(
        List.of(
            "job:1:9: source: a structure was handed over, but this source has no atoms; run it"
                + " without one"),
        problems(request(SWING + "analysis: [{step: record, of: y}]\n").withStructure(atoms)));
  }

  @Test
  void aModelBringsItsVariablesAsCoordinates() throws Exception {
    JobOutcome outcome = run(SWING + "analysis: [{step: record, of: y}]\n");
    Table table = outcome.result().steps().get(0).tables().get(0);
    double[] y = table.column("r0").values();
    assertEquals(3000, y.length);
    for (int k = 0; k < y.length; k += 100) {
      assertEquals(2 * Math.cos(0.1 * k), y[k], 1e-12);
    }
  }

  @Test
  void coordinatesAreMadeOfTheVariables() throws Exception {
    JobOutcome outcome =
        run(
            SWING
                + "coordinates: [{name: p, type: product, of: [x, y]}]\n"
                + "analysis: [{step: record, of: p}]\n");
    Table table = outcome.result().steps().get(0).tables().get(0);
    double[] p = table.column("r0").values();
    for (int k = 0; k < p.length; k += 100) {
      assertEquals(2 * Math.sin(0.2 * k), p[k], 1e-12);
    }
  }

  @Test
  void onlyTheVariablesThatAreUsedAreCoordinates() throws Exception {
    CheckReport report = workbench.check(request(SWING + "analysis: [{step: record, of: y}]\n"));
    assertEquals(List.of("y"), report.coordinates().stream().map(f -> f.label()).toList());
    assertTrue(
        report.facts().stream()
            .anyMatch(f -> f.label().equals("model") && f.text().equals("swing, 3000 frames")));
  }

  @Test
  void theSettingsSayWhatTheModelWas() throws Exception {
    JobOutcome outcome = run(SWING + "analysis: [{step: record, of: y}]\n");
    Map<?, ?> source = (Map<?, ?>) outcome.result().settings().get("source");
    assertEquals("swing", source.get("model"));
    assertEquals(Map.of("amplitude", 2.0), source.get("parameters"));
    assertEquals(3000L, source.get("frames"));
    assertEquals(0.1, source.get("spacing"));
    assertFalse(source.containsKey("trajectory"));
  }

  @Test
  void whatCannotBeIsRefusedWithItsPlace() throws Exception {
    String step = "analysis: [{step: record, of: y}]\n";
    assertEquals(
        List.of(
            "job:1:17: source.model: 'swng' is no model; did you mean 'swing'? (accepted: swing)"),
        problems("source: {model: swng, temperature: {kT: 1}, frames: 3}\n" + step));
    assertEquals(
        List.of("job:1:48: source.parameters.amplitude: the swing would turn over"),
        problems(SWING.replace("amplitude: 2", "amplitude: 20") + step).stream()
            .filter(p -> p.contains("amplitude"))
            .toList());
    assertTrue(
        problems(SWING.replace("frames: 3000", "frames: 9, spacing: 3") + step)
            .get(0)
            .endsWith("source.spacing: frames would miss the swing"));
    assertTrue(
        problems(SWING.replace("frames: 3000", "frams: 9") + step).stream()
            .anyMatch(p -> p.contains("unknown key 'frams'; did you mean 'frames'?")));
    assertTrue(
        problems(SWING.replace("model: swing", "model: swing, series: x.dat") + step)
            .get(0)
            .contains("has both 'series' and 'model'; a job reads one kind of source"));
    assertTrue(
        problems(SWING + "coordinates: [{name: d, type: span, atoms: [1, 2]}]\n" + step)
            .get(0)
            .contains("there are no atoms in a series or a model"));
    assertTrue(
        problems(SWING + "coordinates: [{name: Y, type: product, of: [x, y]}]\n" + step)
            .get(0)
            .contains("names differ by more than case"));
  }

  @Test
  void withoutModelsTheBundleIsNamed() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"), SWING + "analysis: [{step: record, of: y}]\n");
    JobException e =
        assertThrows(
            JobException.class,
            () ->
                new BatchWorkbench(FakeRegistry.full()).run(JobRequest.of(file), JobMonitor.NONE));
    assertTrue(e.problems().get(0).toString().contains("org.chikei.models brings one"));
  }

  @Test
  void theSchemaHasTheModel() {
    String schema = workbench.schema();
    assertTrue(schema.contains("\"swing\""), schema);
    assertTrue(schema.contains("\"amplitude\""));
  }

  @Test
  void velocitiesAndAccelerationsComeWithTheVariables() throws Exception {
    CheckReport report = workbench.check(request(SWING + "analysis: [{step: record, of: y}]\n"));
    assertTrue(
        report.facts().stream()
            .anyMatch(
                f -> f.label().equals("kinetics") && f.text().contains(Kinetics.DIRECT.word())),
        report.facts()::toString);
  }
}
