package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code org.chikei.api} exports, against what it exported when it was released: a change says
 * so in the version of its package. Until 1.0 an incompatible change counts as a minor version, a
 * compatible one as a micro version.
 */
class ContractsIT {

  private static Jar released() throws Exception {
    return jar(
        Repository.descriptor("baseline/org/chikei/org.chikei.api/0.1.0/org.chikei.api-0.1.0.jar"));
  }

  private static Jar built() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("api.folder")))) {
      return jar(
          files
              .filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches("org\\.chikei\\.api-[^-]*(-SNAPSHOT)?\\.jar"))
              .findFirst()
              .orElseThrow());
    }
  }

  private static Jar jar(Path file) throws Exception {
    return new Jar(file.toFile());
  }

  /** The packages whose version does not say what has changed in them. */
  private static List<String> unsaid(Jar newer, Jar older) throws Exception {
    try (Processor processor = new Processor();
        newer;
        older) {
      return new Baseline(processor, new DiffPluginImpl())
          .baseline(newer, older, null).stream()
              .filter(change -> !said(change))
              .map(
                  change ->
                      change.packageName
                          + " "
                          + change.newerVersion
                          + " has changes of the kind "
                          + change.packageDiff.getDelta()
                          + " against "
                          + change.olderVersion)
              .sorted()
              .toList();
    }
  }

  private static boolean said(Baseline.Info change) {
    Delta delta = change.packageDiff.getDelta();
    Version from = change.olderVersion;
    Version to = change.newerVersion;
    if (delta == Delta.UNCHANGED || delta == Delta.IGNORED || delta == Delta.ADDED) {
      return true;
    }
    if (delta == Delta.REMOVED || to.compareTo(from) <= 0) {
      return false;
    }
    boolean incompatible = delta == Delta.MAJOR || delta == Delta.CHANGED;
    return !incompatible || to.getMajor() > from.getMajor() || to.getMinor() > from.getMinor();
  }

  @Test
  void aPackageThatHasChangedSaysSoInItsVersion() throws Exception {
    assertEquals(List.of(), unsaid(built(), released()));
  }

  @Test
  void whatIsTakenAwayOrAddedIsNoticed() throws Exception {
    Jar poorer = released();
    assertNotNull(poorer.remove("org/chikei/api/job/Installed.class"));
    assertEquals(
        List.of("org.chikei.api.job 0.1.0 has changes of the kind MAJOR against 0.1.0"),
        unsaid(poorer, released()));
    Jar before = released();
    assertNotNull(before.remove("org/chikei/api/job/Installed.class"));
    assertEquals(
        List.of("org.chikei.api.job 0.1.0 has changes of the kind MINOR against 0.1.0"),
        unsaid(released(), before));
  }
}
