package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.chikei.integration.tests.probe.JobProbe;
import org.chikei.integration.tests.probe.MoleculeProbe;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Frameworks that bring a CDK, a vecmath or an SLF4J of their own. */
@Timeout(120)
class HostLibrariesIT {
  private static final String PROBE_IMPORTS =
      "org.osgi.framework,org.chikei.api.job,org.chikei.api.result,org.chikei.api.structure,"
          + "org.chikei.structure.cdk,org.openscience.cdk.interfaces,org.openscience.cdk.silent,"
          + "org.openscience.cdk.smiles";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void aHostsOwnCdkAndVecmathServeInPlaceOfThoseOfTheJar(String name) throws Exception {
    Path cdk = own("org.chikei.cdk", "host.cdk", "2.12", "2.12.7");
    Path vecmath = own("vecmath", "host.vecmath", null, null);
    try (Host host =
        new Host(name, folder, Set.of("org.chikei.cdk", "javax.vecmath"), vecmath, cdk)) {
      Bundle structure = bundle(host, "org.chikei.structure");
      assertEquals(Set.of("host.cdk"), providers(structure, "org.openscience.cdk"));
      assertEquals(Set.of("host.vecmath"), providers(structure, "javax.vecmath"));
      assertEquals(fromFile(host), fromMolecule(host));
    }
  }

  @ParameterizedTest(name = "{0} with CDK {1}")
  @CsvSource({"Felix, 2.11", "Equinox, 2.11", "Felix, 2.13", "Equinox, 2.13"})
  void anotherCdkOfTheHostStaysBesideTheOneOfTheJar(String name, String version) throws Exception {
    Path other = own("org.chikei.cdk", "host.cdk", "2.12", version);
    Path vecmath = own("vecmath", "host.vecmath", null, null);
    try (Host host = new Host(name, folder, Set.of(), vecmath, other)) {
      assertEquals(
          Set.of("org.chikei.cdk"),
          providers(bundle(host, "org.chikei.structure"), "org.openscience.cdk"));
      String found = fromMolecule(host);
      assertEquals(
          Set.of("org.chikei.cdk"),
          providers(bundle(host, MoleculeProbe.class.getName()), "org.openscience.cdk"),
          "whoever hands molecules over sees the CDK of who takes them");
      assertEquals(fromFile(host), found);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void aHostsOwnSlf4jServesThePage(String name) throws Exception {
    Path own = null;
    List<Path> page = new ArrayList<>();
    Path parts = Files.createDirectory(folder.resolve("page"));
    for (Path jar : ExecutableJar.bundles("serve/", parts)) {
      if (jar.getFileName().toString().startsWith("org.chikei.slf4j")) {
        own = rewrite(jar, "host.slf4j", "2.0.17", "2.0.6");
      } else {
        page.add(jar);
      }
    }
    try (Host host = new Host(name, folder, Set.of(), own)) {
      List<Bundle> installed = new ArrayList<>();
      for (Path jar : page) {
        installed.add(host.install(jar));
      }
      assertTrue(
          host.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(installed),
          () -> "not all are resolved: " + installed);
      Bundle jetty = bundle(host, "org.apache.felix.http.jetty12");
      assertEquals(Set.of("host.slf4j"), providers(jetty, "org.slf4j"));
    }
  }

  /** Nothing but the page's server logs, and that asks for SLF4J 2. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void aHostKeepsAnSlf4jOfTheGenerationBefore(String name) throws Exception {
    Path frameworks = Path.of(System.getProperty("frameworks"));
    Path api = frameworks.resolve("slf4j-api-1.7.jar");
    Path simple = frameworks.resolve("slf4j-simple-1.7.jar");
    try (Host host = new Host(name, folder, Set.of(), api, simple)) {
      assertEquals("org.slf4j.impl.SimpleLogger", logger(host));
      String hdf5 =
          """
          source: {trajectory: %s, structure: %s, temperature: 300}
          coordinates: [{name: phi, type: torsion, atoms: [5, 7, 9, 15]}]
          analysis: [{step: free-energy, of: phi, bins: 12}]
          """
              .formatted(
                  Repository.data("ala2.h5md").toAbsolutePath(),
                  Repository.data("ala2.pdb").toAbsolutePath());
      String found = run(host, "hdf5", hdf5); // whose library logs, within its own bundle
      assertTrue(found.startsWith("G of phi is lowest at phi = "), found);
      for (Bundle bundle : host.bundles()) {
        assertEquals(Set.of(), providers(bundle, "org.slf4j"), bundle::getSymbolicName);
      }

      List<Bundle> page = new ArrayList<>();
      Path parts = Files.createDirectory(folder.resolve("page"));
      for (Path jar : ExecutableJar.bundles("serve/", parts)) {
        page.add(host.install(jar));
      }
      FrameworkWiring wiring = host.context().getBundle(0).adapt(FrameworkWiring.class);
      assertTrue(wiring.resolveBundles(page), () -> "not all are resolved: " + page);
      assertEquals(
          Set.of("org.chikei.slf4j"),
          providers(bundle(host, "org.apache.felix.http.jetty12"), "org.slf4j"));
      assertEquals("org.slf4j.impl.SimpleLogger", logger(host));
    }
  }

  /** What a bundle of the host that logs gets. */
  private static String logger(Host host) throws Exception {
    return bundle(host, "slf4j.api")
        .loadClass("org.slf4j.LoggerFactory")
        .getMethod("getLogger", String.class)
        .invoke(null, "host")
        .getClass()
        .getName();
  }

  private String job(String source) {
    return "source: {trajectory: "
        + Repository.data("butane.trr").toAbsolutePath()
        + source
        + ", temperature: 300, masses: {1: 15.035, 2: 14.027, 3: 14.027, 4: 15.035}}\n"
        + "coordinates: [{name: phi, type: torsion, atoms: [1, 2, 3, 4]}]\n"
        + "analysis: [{step: comparison, of: phi}]\n";
  }

  @SuppressWarnings("unchecked")
  private String fromMolecule(Host host) throws Exception {
    Path job = Files.writeString(folder.resolve("molecule.yaml"), job(""));
    Object probe = host.probe(MoleculeProbe.class, PROBE_IMPORTS);
    return ((BiFunction<Path, Path, String>) probe).apply(job, folder.resolve("molecule"));
  }

  private String fromFile(Host host) throws Exception {
    String structure = ", structure: " + Repository.data("butane.pdb").toAbsolutePath();
    return run(host, "file", job(structure));
  }

  /** The headline of a job's phi. */
  @SuppressWarnings("unchecked")
  private String run(Host host, String name, String job) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), job);
    Object probe =
        host.probe(JobProbe.class, "org.osgi.framework,org.chikei.api.job,org.chikei.api.result");
    var outcome =
        ((BiFunction<Path, Path, Map<String, Object>>) probe).apply(file, folder.resolve(name));
    return (String) ((Map<?, ?>) outcome.get("headlines")).get("phi");
  }

  private static Bundle bundle(Host host, String name) {
    for (Bundle bundle : host.context().getBundles()) {
      if (bundle.getSymbolicName().equals(name)) {
        return bundle;
      }
    }
    throw new AssertionError("no bundle " + name);
  }

  /** Which bundles the packages of a library come from. */
  private static Set<String> providers(Bundle bundle, String library) {
    return bundle
        .adapt(BundleWiring.class)
        .getRequiredWires(BundleRevision.PACKAGE_NAMESPACE)
        .stream()
        .filter(wire -> packageName(wire).startsWith(library))
        .map(wire -> wire.getProvider().getSymbolicName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String packageName(BundleWire wire) {
    return (String) wire.getCapability().getAttributes().get(BundleRevision.PACKAGE_NAMESPACE);
  }

  /** A library of the jar as the host's own. */
  private Path own(String file, String name, String version, String hosts) throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts-" + name));
    for (Path jar : ExecutableJar.bundles(parts)) {
      if (jar.getFileName().toString().startsWith(file + "-")) {
        return rewrite(jar, name, version, hosts);
      }
    }
    throw new AssertionError("no " + file + " in the jar");
  }

  /** The same bundle with another name, and with packages of another version. */
  private Path rewrite(Path jar, String name, String version, String hosts) throws IOException {
    Path copy = folder.resolve(name + ".jar");
    try (JarFile from = new JarFile(jar.toFile())) {
      Manifest manifest = new Manifest(from.getManifest());
      var attributes = manifest.getMainAttributes();
      attributes.putValue("Bundle-SymbolicName", name);
      if (version != null) {
        String exports = attributes.getValue("Export-Package");
        String others = exports.replace("version=\"" + version + "\"", "version=\"" + hosts + "\"");
        assertTrue(!exports.equals(others), exports);
        attributes.putValue("Export-Package", others);
      }
      try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
        for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
          if (!entry.getName().startsWith("META-INF/MANIFEST.MF")) {
            to.putNextEntry(new JarEntry(entry.getName()));
            from.getInputStream(entry).transferTo(to);
          }
        }
      }
    }
    return copy;
  }
}
