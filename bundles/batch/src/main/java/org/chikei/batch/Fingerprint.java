package org.chikei.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.chikei.api.structure.Structure;
import org.chikei.batch.engine.JobStep;
import org.chikei.batch.output.Settings;
import org.chikei.batch.plan.Plan;
import org.chikei.batch.registry.Provider;

/**
 * What a job, its input and the bundles that do it are, in one line: two runs with the same one
 * give the same results.
 */
final class Fingerprint {

  private Fingerprint() {}

  /**
   * Tells it.
   *
   * @param plan the job
   * @param given atoms that no file holds
   */
  static String of(Plan plan, Optional<Structure> given) {
    StringBuilder text = new StringBuilder();
    text.append(Settings.of(plan.job()));
    for (Plan.NamedFile file : plan.inputs()) {
      text.append('\n').append(file.path().toAbsolutePath().normalize());
      try {
        text.append(' ').append(Files.size(file.path()));
        text.append(' ').append(Files.getLastModifiedTime(file.path()).toMillis());
      } catch (IOException e) {
        text.append(" unreadable");
      }
    }
    given.ifPresent(atoms -> text.append('\n').append(atoms.atoms()).append(atoms.bonds()));
    plan.unmade().keySet().stream()
        .sorted()
        .forEach(name -> text.append("\nwithout ").append(name));
    for (JobStep step : plan.steps()) {
      for (Provider<?> provider : step.providers()) {
        text.append('\n').append(provider.type()).append(' ').append(provider.bundle());
      }
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
