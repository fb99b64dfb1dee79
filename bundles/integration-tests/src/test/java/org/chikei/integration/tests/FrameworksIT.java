package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chikei.integration.tests.probe.CdkProbe;
import org.chikei.integration.tests.probe.JobProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The packaged bundles in both frameworks. */
class FrameworksIT {

  // States of org.osgi.service.component.runtime.dto.ComponentConfigurationDTO.
  private static final int SATISFIED = 4;
  private static final int ACTIVE = 8;

  @TempDir Path folder;
  private URLClassLoader loader;
  private Framework framework;

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
    loader.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void everyBundleStarts(String name) throws Exception {
    for (Bundle bundle : start(name)) {
      assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void noComponentLacksWhatItNeeds(String name) throws Exception {
    start(name);
    List<String> lacking = new ArrayList<>();
    int components = 0;
    Object runtime = service("org.osgi.service.component.runtime.ServiceComponentRuntime");
    for (Object component : call(runtime, "getComponentDescriptionDTOs", new Bundle[0])) {
      components++;
      Collection<?> configurations = call(runtime, "getComponentConfigurationDTOs", component);
      boolean works =
          !configurations.isEmpty()
              && configurations.stream()
                  .allMatch(one -> Set.of(SATISFIED, ACTIVE).contains(field(one, "state")));
      if (!works) {
        lacking.add(
            field(component, "name")
                + " "
                + configurations.stream().map(Object::toString).collect(Collectors.joining()));
      }
    }
    assertEquals(List.of(), lacking);
    assertTrue(components > 0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void everyServiceCanBeHad(String name) throws Exception {
    List<Bundle> bundles = start(name);
    BundleContext context = framework.getBundleContext();
    int services = 0;
    for (Bundle bundle : bundles) {
      ServiceReference<?>[] registered = bundle.getRegisteredServices();
      if (bundle.getSymbolicName().startsWith("org.chikei.") && registered != null) {
        for (ServiceReference<?> reference : registered) {
          assertNotNull(context.getService(reference), reference::toString);
          services++;
        }
      }
    }
    assertTrue(services > 0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void cdkReadsMatchesAndDraws(String name) throws Exception {
    start(name);
    Path probe =
        TestBundle.write(
            folder.resolve("probe.jar"),
            CdkProbe.class,
            "Import-Package",
            Stream.of(
                        "",
                        ".depict",
                        ".interfaces",
                        ".io",
                        ".io.formats",
                        ".isomorphism",
                        ".silent",
                        ".smarts",
                        ".smiles",
                        ".tools.manipulator")
                    .map(suffix -> "org.openscience.cdk" + suffix + ";version=\"[2.12,2.13)\"")
                    .collect(Collectors.joining(","))
                + ",javax.vecmath;version=0");
    Bundle bundle = framework.getBundleContext().installBundle(probe.toUri().toString());
    bundle.start();
    Callable<?> cdk =
        (Callable<?>)
            bundle.loadClass(CdkProbe.class.getName()).getDeclaredConstructor().newInstance();
    Map<?, ?> found = (Map<?, ?>) cdk.call();
    assertEquals(3, found.get("atoms"));
    assertEquals("O", found.get("element"));
    assertEquals(0.957, found.get("x"));
    assertEquals(1, found.get("hydroxyls"));
    assertEquals("Protein Brookhave Database (PDB)", found.get("format"));
    assertTrue(found.get("drawing").toString().contains("<svg"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void anotherBundleRunsAJob(String name) throws Exception {
    start(name);
    Path results = folder.resolve("results");
    Map<?, ?> outcome =
        ((BiFunction<Path, Path, Map<?, ?>>) jobProbe())
            .apply(Repository.descriptor("alanine-dipeptide.yaml"), results);
    assertEquals(Map.of(), outcome.get("failures"));
    Map<?, ?> headlines = (Map<?, ?>) outcome.get("headlines");
    assertTrue(headlines.get("cc").toString().contains("are equal"), headlines::toString);
    assertTrue(headlines.get("psi").toString().contains("differ"), headlines::toString);
    for (Object file : (List<?>) outcome.get("files")) {
      assertTrue(Files.size(results.resolve(file.toString())) > 0, file::toString);
    }
    assertTrue(
        Files.readString(results.resolve("report.html")).contains("class=\"molecule\"><svg"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void theSchemaBesideTheDescriptorsIsThatOfTheWorkbench(String name) throws Exception {
    start(name);
    Map<?, ?> workbench = (Map<?, ?>) ((Callable<?>) jobProbe()).call();
    String schema = workbench.get("schema").toString();
    Path made = Files.writeString(Path.of("target", "chikei-job.schema.json"), schema);
    assertEquals(
        Files.readString(Repository.descriptor("chikei-job.schema.json")),
        schema,
        () -> "what is accepted has changed: copy " + made.toAbsolutePath() + " to descriptors");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void everyKindOfProviderIsInstalled(String name) throws Exception {
    start(name);
    Map<?, ?> workbench = (Map<?, ?>) ((Callable<?>) jobProbe()).call();
    List<?> installed = (List<?>) workbench.get("installed");
    for (String type :
        List.of(
            "torsion", "comparison", "free-energy", "TRR", "XTC", "XYZ", "PDB", "csv", "html")) {
      assertTrue(installed.contains(type), type);
    }
  }

  /** A bundle that uses the contracts alone. */
  private Object jobProbe() throws Exception {
    Path probe =
        TestBundle.write(
            folder.resolve("job-probe.jar"),
            JobProbe.class,
            "Import-Package",
            "org.osgi.framework,org.chikei.api.job,org.chikei.api.result");
    Bundle bundle = framework.getBundleContext().installBundle(probe.toUri().toString());
    bundle.start();
    return bundle.loadClass(JobProbe.class.getName()).getDeclaredConstructor().newInstance();
  }

  private List<Bundle> start(String name) throws Exception {
    URL location = Path.of(System.getProperty("frameworks"), name + ".jar").toUri().toURL();
    loader = new URLClassLoader(new URL[] {location}, FrameworkFactory.class.getClassLoader());
    framework =
        ServiceLoader.load(FrameworkFactory.class, loader)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("storage").toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
    framework.start();
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : ExecutableJar.bundles(folder)) {
      bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
    }
    assertTrue(bundles.size() > 10, bundles::toString);
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    return bundles;
  }

  private Object service(String type) throws Exception {
    BundleContext context = framework.getBundleContext();
    return context.getService(context.getAllServiceReferences(type, null)[0]);
  }

  // The runtime's types are those of a bundle, not those of this test.

  private static Collection<?> call(Object target, String method, Object argument)
      throws ReflectiveOperationException {
    for (var candidate : target.getClass().getMethods()) {
      if (candidate.getName().equals(method)) {
        candidate.setAccessible(true);
        return (Collection<?>) candidate.invoke(target, new Object[] {argument});
      }
    }
    throw new NoSuchMethodException(method);
  }

  private static Object field(Object dto, String name) {
    try {
      return dto.getClass().getField(name).get(dto);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }
}
