package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chikei.integration.tests.probe.JobProbe;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** What a host is left with when bundles have gone. */
@Timeout(120)
class LeftoversIT {
  private static final String BUTANE =
      """
      source: {trajectory: %s, structure: %s, temperature: 300}
      coordinates:
        - {name: phi, type: torsion, atoms: [1, 2, 3, 4]}
        - {name: ends, type: distance, atoms: [1, 4]}
      """
          .formatted(
              Repository.data("butane.trr").toAbsolutePath(),
              Repository.data("butane.pdb").toAbsolutePath());

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void anExtensionThatIsUninstalledAfterUseLeavesNoClassLoader(String name) throws Exception {
    String job =
        BUTANE
            + """
              - {name: x, type: transfer, atoms: [1, 2, 3]}
            analysis:
              - {step: comparison, of: x}
              - {step: comparison, of: phi}
              - {step: half-life, name: life, of: phi, comparison: phi}
            """;
    try (Host host = new Host(name, folder)) {
      Bundle example = host.install(Repository.extension());
      example.start();
      use(host, job);
      assertNoClassLoaderStays(uninstall(host, List.of(example)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void allBundlesTogetherLeaveNoClassLoaderThreadOrFile(String name) throws Exception {
    String job =
        BUTANE
            + """
            analysis:
              - {step: comparison, of: phi}
              - {step: flow, of: [phi, ends], bins: [24, 24]}
            """;
    try (Host host = new Host(name, folder)) {
      use(host, job);
      List<Bundle> own =
          Stream.of(host.context().getBundles())
              .filter(bundle -> bundle.getSymbolicName().startsWith("org.chikei."))
              .toList();
      assertTrue(own.size() > 10, own::toString);
      assertNoClassLoaderStays(uninstall(host, own));
      assertEquals(
          List.of(),
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .filter(thread -> thread.startsWith("chikei"))
              .toList());
      assertEquals(new TreeSet<>(), openFiles());
    }
  }

  /** Runs a job by a bundle that is gone afterwards. */
  @SuppressWarnings("unchecked")
  private void use(Host host, String job) throws Exception {
    Path file = Files.writeString(folder.resolve("job.yaml"), job);
    Object probe =
        host.probe(JobProbe.class, "org.osgi.framework,org.chikei.api.job,org.chikei.api.result");
    Map<?, ?> outcome =
        ((BiFunction<Path, Path, Map<?, ?>>) probe).apply(file, folder.resolve("results"));
    assertEquals(Map.of(), outcome.get("failures"));
    for (Bundle bundle : host.context().getBundles()) {
      if (bundle.getLocation().endsWith("JobProbe.jar")) {
        uninstall(host, List.of(bundle));
      }
    }
  }

  private static Map<String, WeakReference<ClassLoader>> uninstall(Host host, List<Bundle> bundles)
      throws Exception {
    Map<String, WeakReference<ClassLoader>> loaders = new TreeMap<>();
    for (Bundle bundle : bundles) {
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      loaders.put(bundle.getSymbolicName(), new WeakReference<>(wiring.getClassLoader()));
    }
    for (Bundle bundle : bundles) {
      bundle.uninstall();
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    host.context()
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(bundles, event -> refreshed.countDown());
    assertTrue(refreshed.await(20, TimeUnit.SECONDS));
    return loaders;
  }

  private static void assertNoClassLoaderStays(Map<String, WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (stay(loaders).size() > 0 && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(50);
    }
    assertEquals(List.of(), stay(loaders));
  }

  private static List<String> stay(Map<String, WeakReference<ClassLoader>> loaders) {
    return loaders.entrySet().stream()
        .filter(loader -> loader.getValue().get() != null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Files of the job and its results that this process holds open. */
  private TreeSet<String> openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return new TreeSet<>();
    }
    List<Path> open = new ArrayList<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path descriptor : all.toList()) {
        if (Files.isSymbolicLink(descriptor)) {
          open.add(Files.readSymbolicLink(descriptor));
        }
      }
    }
    return open.stream()
        .map(Path::toString)
        .filter(
            file ->
                file.endsWith(".trr")
                    || file.endsWith(".pdb")
                    || file.startsWith(folder.resolve("results").toString()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
