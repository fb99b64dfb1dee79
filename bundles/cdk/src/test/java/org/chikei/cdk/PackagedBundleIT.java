package org.chikei.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.openscience.cdk",
        "org.openscience.cdk.aromaticity",
        "org.openscience.cdk.depict",
        "org.openscience.cdk.exception",
        "org.openscience.cdk.graph.rebond",
        "org.openscience.cdk.interfaces",
        "org.openscience.cdk.io",
        "org.openscience.cdk.io.formats",
        "org.openscience.cdk.isomorphism",
        "org.openscience.cdk.layout",
        "org.openscience.cdk.silent",
        "org.openscience.cdk.smarts",
        "org.openscience.cdk.smiles",
        "org.openscience.cdk.tools.manipulator",
      })
  void aPackageOfCdkIsExportedInCdksVersion(String name) {
    assertEquals("2.12", exports().get(name));
  }

  @Test
  void everyPackageOfCdkIsExportedAndNoOther() {
    Set<String> packages =
        jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith("org/openscience/cdk/") && name.endsWith(".class"))
            .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(packages.size() > 50, packages::toString);
    Set<String> missing = new TreeSet<>(packages);
    missing.removeAll(exports().keySet());
    assertEquals(Set.of(), missing);
    assertTrue(
        exports().keySet().stream().allMatch(name -> name.startsWith("org.openscience.cdk")));
  }

  @Test
  void cdkIsNotImportedFromAnotherBundle() {
    assertFalse(manifest.getValue("Import-Package").contains("org.openscience.cdk"));
  }

  @Test
  void vecmathIsImportedWithoutAVersionAndNotEmbedded() {
    assertTrue(
        Arrays.asList(manifest.getValue("Import-Package").split(","))
            .contains("javax.vecmath;version=0"),
        manifest.getValue("Import-Package"));
    assertTrue(jar.stream().noneMatch(entry -> entry.getName().startsWith("javax/")));
  }

  @Test
  void whatNeedsAScreenOrAPrinterIsOptional() {
    for (String clause : manifest.getValue("Import-Package").split(",")) {
      if (clause.startsWith("javax.swing") || clause.startsWith("org.freehep")) {
        assertTrue(clause.contains("resolution:=optional"), clause);
      }
    }
  }

  @Test
  void theFileFormatsAreDeclaredAsServicesAndAllAreInside() throws IOException {
    String formats = text("META-INF/services/org.openscience.cdk.io.formats.IChemFormatMatcher");
    Set<String> names =
        formats
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toSet());
    assertTrue(names.contains("org.openscience.cdk.io.formats.PDBFormat"), formats);
    assertTrue(names.contains("org.openscience.cdk.io.formats.Mol2Format"), formats);
    for (String name : names) {
      assertNotNull(jar.getEntry(name.replace('.', '/') + ".class"), name);
    }
  }

  @Test
  void theLicencesAreInside() throws IOException {
    assertTrue(manifest.getValue("Bundle-License").startsWith("LGPL-2.1"));
    assertTrue(
        text("META-INF/licenses/LGPL-2.1.txt").contains("GNU LESSER GENERAL PUBLIC LICENSE"));
    assertTrue(text("META-INF/licenses/BSD-2-Clause-beam.txt").contains("EMBL-EBI"));
    assertTrue(text("META-INF/NOTICE").contains("Chemistry Development Kit (CDK) 2.12"));
  }

  private static Map<String, String> exports() {
    Map<String, String> exports = new TreeMap<>();
    // The commas between clauses, not those within quotes.
    for (String clause :
        manifest.getValue("Export-Package").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
      String version = clause.replaceAll(".*;version=\"([^\"]*)\".*", "$1");
      exports.put(clause.substring(0, clause.indexOf(';')), version);
    }
    return exports;
  }

  private static String text(String name) throws IOException {
    assertNotNull(jar.getEntry(name), name);
    try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
