package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.chikei.integration.tests.probe.CdkProbe;
import org.chikei.integration.tests.probe.FailingStep;
import org.chikei.integration.tests.probe.SpeechlessStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles of others that clash, come in two versions, or are broken. */
@Timeout(120)
class ExtensionsIT {
  private static final String EXAMPLE = "org.chikei.extension-example ";
  private static final String JOB =
      """
      source: {model: double-well-2d, temperature: {kT: 1}, segments: 4, frames: 500, spacing: 0.02, seed: 7}
      analysis:
        - {step: free-energy, of: q1, bins: 20}
      """;

  @TempDir Path folder;
  private Path extensions;

  @BeforeEach
  void lay() throws IOException {
    extensions = Files.createDirectory(folder.resolve("extensions"));
    Files.writeString(folder.resolve("job.yaml"), JOB);
  }

  /** The example, as if it were of another version. */
  private void example(String version) throws IOException {
    try (JarFile original = new JarFile(Repository.extension().toFile());
        OutputStream file = Files.newOutputStream(extensions.resolve(version + ".jar"))) {
      Manifest manifest = original.getManifest();
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (JarOutputStream copy = new JarOutputStream(file, manifest)) {
        for (JarEntry entry : original.stream().toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            copy.putNextEntry(new JarEntry(entry.getName()));
            original.getInputStream(entry).transferTo(copy);
          }
        }
      }
    }
  }

  private Outcome run(String... arguments) throws Exception {
    return ExecutableJar.run(folder, arguments);
  }

  @Test
  void ofTwoVersionsTheFirstIsUsedAndTheOtherIsNamed() throws Exception {
    example("1.0.0");
    example("2.0.0");
    Outcome list = run("list", "coordinates", "--bundles", "extensions");
    assertEquals(0, list.status(), list::errors);
    assertTrue(
        list.output().contains(EXAMPLE + "1.0.0 (not used: " + EXAMPLE + "2.0.0)"), list::output);
    String said =
        "chikei: the CollectiveVariableProvider 'transfer' of "
            + EXAMPLE
            + "2.0.0 is not used: "
            + EXAMPLE
            + "1.0.0 brings one of the same type\n";
    assertTrue(list.errors().contains(said), list::errors);
    Outcome described = run("describe", "transfer", "--bundles", "extensions");
    assertEquals(0, described.status(), described::errors);

    Files.delete(extensions.resolve("1.0.0.jar"));
    Outcome alone = run("list", "coordinates", "--bundles", "extensions");
    assertTrue(alone.output().contains(EXAMPLE + "2.0.0\n"), alone::output);
    assertEquals("", alone.errors());
  }

  @Test
  void aBundleThatLacksWhatItImportsIsRefusedInOneLine() throws Exception {
    TestBundle.write(
        extensions.resolve("lacking.jar"),
        CdkProbe.class,
        "Import-Package",
        "org.example.missing;version=\"[1,2)\"");
    Outcome refused = run("run", "job.yaml", "--bundles", "extensions");
    assertEquals(2, refused.status());
    assertEquals(1, refused.errors().lines().count(), refused::errors);
    assertTrue(refused.errors().contains("org.example.missing"), refused::errors);
    assertFalse(Files.exists(folder.resolve("results")));
  }

  @Test
  void aStepThatCannotSayWhatItTakesIsNamedWhereItIsUsedAndSpoilsNothingElse() throws Exception {
    TestBundle.write(
        extensions.resolve("speechless.jar"),
        SpeechlessStep.class,
        "Bundle-Activator",
        SpeechlessStep.class.getName(),
        "Import-Package",
        "org.osgi.framework,org.chikei.api,org.chikei.api.analysis");
    Outcome fine = run("run", "job.yaml", "--bundles", "extensions");
    assertEquals(0, fine.status(), fine::errors);
    Outcome list = run("list", "steps", "--bundles", "extensions");
    assertTrue(list.output().contains("speechless"), list::output);

    Files.writeString(folder.resolve("job.yaml"), JOB + "  - {step: speechless, of: q2}\n");
    Outcome named = run("check", "job.yaml", "--bundles", "extensions");
    assertEquals(2, named.status());
    assertEquals(
        "job.yaml:4:12: analysis[1].step: 'speechless' of the bundle "
            + SpeechlessStep.class.getName()
            + " 0.0.0 cannot be used: NoClassDefFoundError (org/example/Missing)\n",
        named.errors());
    Outcome undescribed = run("describe", "speechless", "--bundles", "extensions");
    assertEquals(2, undescribed.status());
    assertEquals(1, undescribed.errors().lines().count(), undescribed::errors);
  }

  @ParameterizedTest
  @CsvSource({
    "preparing, from being prepared",
    "adding, from the frames",
    "merging, from merging",
    "keeping, from writing"
  })
  void aStepThatDoesNotComeBackIsGivenUpAndTheOthersResultsAreThoseOfAJobWithoutIt(
      String at, String where) throws Exception {
    TestBundle.write(
        extensions.resolve("failing.jar"),
        FailingStep.class,
        "Bundle-Activator",
        FailingStep.class.getName(),
        "Import-Package",
        FailingStep.IMPORTS);
    Outcome without = run("run", "job.yaml", "--output", "without");
    assertEquals(0, without.status(), without::errors);
    Files.writeString(
        folder.resolve("job.yaml"), JOB + "  - {step: fail, of: q2, hang: " + at + "}\n");
    Outcome with =
        run(
            ("run job.yaml --bundles extensions --output with --step-limit 1 --checkpoint 1e-6")
                .split(" "));
    assertEquals(4, with.status(), with::errors);
    assertTrue(
        with.errors().startsWith("fail q2 failed: the step did not come back within 1 s " + where),
        with::errors);
    assertTrue(
        with.errors().contains("tell the makers of " + FailingStep.class.getName() + " 0.0.0"),
        with::errors);
    assertEquals(
        Files.readString(folder.resolve("without/q1.free-energy.csv")),
        Files.readString(folder.resolve("with/q1.free-energy.csv")));
  }
}
