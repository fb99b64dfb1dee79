package org.chikei.jhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packaged jar holds: a pattern that matches nothing is silent in the build. */
class PackagedBundleIT {

  private static JarFile jar;
  private static Attributes manifest;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(new File(System.getProperty("bundle")));
    manifest = jar.getManifest().getMainAttributes();
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void jhdfAloneIsExportedInItsOwnVersion() {
    List<String> clauses = clauses("Export-Package");
    for (String name : List.of("io.jhdf", "io.jhdf.api", "io.jhdf.storage")) {
      assertTrue(clauses.stream().anyMatch(c -> c.startsWith(name + ";version=\"0.13.0\"")), name);
    }
    assertTrue(clauses.stream().allMatch(c -> c.startsWith("io.jhdf")), clauses::toString);
  }

  @Test
  void nothingMustBeImported() {
    assertTrue(
        clauses("Import-Package").stream().allMatch(c -> c.endsWith("resolution:=optional")));
  }

  @Test
  void itsLogGoesNowhere() throws IOException {
    assertEquals(
        "org.slf4j.nop.NOPServiceProvider",
        text("META-INF/services/org.slf4j.spi.SLF4JServiceProvider").strip());
    assertNotNull(jar.getEntry("org/slf4j/nop/NOPServiceProvider.class"));
  }

  @Test
  void theLicencesAreInside() throws IOException {
    assertTrue(text("META-INF/licenses/MIT-jhdf.txt").contains("James Mudd"));
    assertTrue(text("META-INF/licenses/MIT-slf4j.txt").contains("QOS.ch"));
    assertTrue(text("META-INF/NOTICE").contains("Apache Commons Lang 3.20.0"));
  }

  private static List<String> clauses(String header) {
    // the commas between clauses, not those within quotes
    return Arrays.asList(manifest.getValue(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
  }

  private static String text(String name) throws IOException {
    assertNotNull(jar.getEntry(name), name);
    try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
