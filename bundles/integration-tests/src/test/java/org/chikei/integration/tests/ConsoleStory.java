package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every host lets a person do at its console: run a job, add a bundle while the host runs, use
 * what it brought, and take it away again.
 */
final class ConsoleStory {
  /** A console that answers. */
  @FunctionalInterface
  interface Console {
    String say(String command) throws Exception;
  }

  private final Console console;
  private final Path folder;

  ConsoleStory(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  /**
   * Tells it.
   *
   * @param install the host's command that installs and starts the bundle of a URL, without it
   * @param uninstall the host's command that uninstalls a bundle by its symbolic name, without it
   */
  void tell(String install, String uninstall) throws Exception {
    Path torsion = job("torsion.yaml", "{name: x, type: torsion, atoms: [1, 2, 3, 4]}");
    String found = console.say("chikei:run -o " + folder.resolve("torsion") + " " + torsion);
    assertTrue(found.contains("Along x, G and Vm differ"), found);
    assertTrue(Files.exists(folder.resolve("torsion/report.html")));
    String jobs = console.say("chikei:jobs");
    assertTrue(jobs.contains("1  finished"), jobs);

    Path transfer = job("transfer.yaml", "{name: x, type: transfer, atoms: [1, 2, 3]}");
    String before = console.say("chikei:run " + transfer);
    assertTrue(before.contains("'transfer' is no coordinate type"), before);
    console.say(install + " " + Repository.extension().normalize().toUri());
    String with = console.say("chikei:run -o " + folder.resolve("transfer") + " " + transfer);
    assertTrue(with.contains("x (comparison):"), with);
    console.say(uninstall + " org.chikei.extension-example");
    String after = console.say("chikei:run " + transfer);
    assertTrue(after.contains("'transfer' is no coordinate type"), after);
    String listed = console.say("chikei:list");
    assertTrue(listed.contains("org.chikei.coordinates"), listed);
    assertFalse(listed.contains("extension-example"), listed);
  }

  private Path job(String name, String coordinate) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        source: {trajectory: %s, structure: %s, temperature: 300}
        coordinates: [%s]
        analysis: [{step: comparison, of: x}]
        """
            .formatted(
                Repository.data("butane.trr").toAbsolutePath(),
                Repository.data("butane.pdb").toAbsolutePath(),
                coordinate));
  }
}
