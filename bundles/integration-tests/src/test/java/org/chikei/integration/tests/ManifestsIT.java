package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the house, as the manifests of the packaged bundles tell them. */
class ManifestsIT {

  /** A comma between clauses, not one within quotes. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private static final List<Attributes> OWN = new ArrayList<>();

  @BeforeAll
  static void readManifests(@TempDir Path folder) throws IOException {
    for (Path bundle : ExecutableJar.bundles(folder)) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        Attributes manifest = jar.getManifest().getMainAttributes();
        if (symbolicName(manifest).startsWith("org.chikei.")) {
          OWN.add(manifest);
        }
      }
    }
    assertTrue(OWN.size() > 5);
  }

  @Test
  void onlyTheContractsTheLibrariesAndTheBridgeToCdkAreExported() {
    Set<String> exporters = new TreeSet<>();
    for (Attributes manifest : OWN) {
      if (!packages(manifest, "Export-Package").isEmpty()) {
        exporters.add(symbolicName(manifest));
      }
    }
    exporters.remove("org.chikei.structure");
    assertEquals(Set.of("org.chikei.api", "org.chikei.cdk", "org.chikei.jhdf"), exporters);
  }

  @Test
  void noBundleImportsAnotherThatImplements() {
    for (Attributes manifest : OWN) {
      for (String name : packages(manifest, "Import-Package")) {
        assertTrue(
            !name.startsWith("org.chikei.")
                || name.equals("org.chikei.api")
                || name.startsWith("org.chikei.api.")
                || name.startsWith(symbolicName(manifest)),
            () -> symbolicName(manifest) + " imports " + name);
      }
    }
  }

  @Test
  void aBundlesPackagesCarryItsName() {
    for (Attributes manifest : OWN) {
      if (symbolicName(manifest).equals("org.chikei.jhdf")) {
        continue; // which holds other people's packages alone
      }
      for (String name : packages(manifest, "Private-Package")) {
        assertTrue(
            name.startsWith(symbolicName(manifest)) || name.startsWith("uk.ac.ebi.beam"),
            () -> symbolicName(manifest) + " holds " + name);
      }
    }
  }

  @Test
  void noManifestTellsWhenOrWhereItWasBuilt() {
    for (Attributes manifest : OWN) {
      for (String header : List.of("Bnd-LastModified", "Built-By", "Build-Jdk", "Created-By")) {
        assertTrue(manifest.getValue(header) == null, () -> symbolicName(manifest) + " " + header);
      }
    }
  }

  private static String symbolicName(Attributes manifest) {
    return manifest.getValue("Bundle-SymbolicName");
  }

  private static List<String> packages(Attributes manifest, String header) {
    String value = manifest.getValue(header);
    return value == null
        ? List.of()
        : COMMA.splitAsStream(value).map(clause -> clause.split(";")[0].strip()).toList();
  }
}
