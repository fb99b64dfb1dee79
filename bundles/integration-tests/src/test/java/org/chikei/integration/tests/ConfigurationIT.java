package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chikei.integration.tests.probe.QueueProbe;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The queue of jobs as an administrator of the framework sets it, in both frameworks. */
@Timeout(120)
class ConfigurationIT {
  private static final String QUEUE = "org.chikei.batch.queue";
  private static final String JOB =
      """
      source: {model: double-well-2d, parameters: {h: 3, k: 6}, temperature: {kT: 1}, segments: %d, frames: 500, spacing: 0.02, seed: 7}
      analysis: [{step: free-energy, of: q1, bins: 40}]
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  @SuppressWarnings("unchecked")
  void aConfigurationOfTheQueueTakesEffectWhileJobsRunAndItsEndToo(String name) throws Exception {
    Path allowed = Files.createDirectory(folder.toRealPath().resolve("allowed"));
    // hours of frames: it runs until the framework stops
    Path endless = Files.writeString(allowed.resolve("endless.yaml"), JOB.formatted(10_000_000));
    Path brief = Files.writeString(allowed.resolve("brief.yaml"), JOB.formatted(4));
    Path outside = Files.writeString(folder.resolve("outside.yaml"), JOB.formatted(4));
    try (Host host = start(name)) {
      Object probe =
          host.probe(
              QueueProbe.class, "org.osgi.framework,org.chikei.api.job,org.chikei.api.result");
      BiFunction<Path, Path, String> submit = (BiFunction<Path, Path, String>) probe;
      Supplier<List<String>> jobs = (Supplier<List<String>>) probe;

      submit.apply(endless, allowed.resolve("a"));
      await(List.of("running"), jobs);
      submit.apply(brief, allowed.resolve("b"));
      assertEquals(List.of("running", "queued"), jobs.get());

      Object configuration = configuration(host);
      configuration
          .getClass()
          .getMethod("update", Dictionary.class)
          .invoke(
              configuration,
              new Hashtable<>(
                  Map.of(
                      "jobs.at.once",
                      2,
                      "threads",
                      3,
                      "queue.length",
                      1,
                      "folders",
                      new String[] {allowed.toString()})));
      await(List.of("running", "finished on 3 threads"), jobs);
      submit.apply(outside, allowed.resolve("c"));
      String refused =
          "failed: %s: jobs of this queue must lie in %s; move the job there, or add its folder to 'folders' in the configuration %s"
              .formatted(outside, allowed, QUEUE);
      await(List.of("running", "finished on 3 threads", refused), jobs);
      submit.apply(endless, allowed.resolve("d"));
      await(List.of("running", "finished on 3 threads", refused, "running"), jobs);
      assertEquals("5", submit.apply(brief, allowed.resolve("e")));
      assertEquals(
          "1 job waits already, as many as may; try again when some have begun",
          submit.apply(brief, allowed.resolve("f")));

      configuration.getClass().getMethod("delete").invoke(configuration);
      long end = System.nanoTime() + 60_000_000_000L;
      while (!"6".equals(submit.apply(outside, allowed.resolve("g"))) && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertEquals("queued", jobs.get().get(5));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Felix", "Equinox"})
  void metatypeDescribesEveryConfigurationAndItsDefaults(String name) throws Exception {
    try (Host host = start(name)) {
      Bundle batch =
          host.bundles().stream()
              .filter(bundle -> bundle.getSymbolicName().equals("org.chikei.batch"))
              .findFirst()
              .orElseThrow();
      assertEquals(
          Map.of(
              "jobs.at.once", "Integer 1",
              "threads", "Integer 0",
              "queue.length", "Integer 200",
              "history", "Integer 500",
              "step.limit", "Integer 3600",
              "folders", "String[] "),
          described(batch, QUEUE));
      assertTrue(
          described(host.install(served("org.chikei.web-")), "org.chikei.web")
              .keySet()
              .containsAll(List.of("folder", "token", "hosts", "upload.limit")));
    }
  }

  private Host start(String name) throws Exception {
    Files.createDirectory(folder.resolve("serve"));
    ExecutableJar.bundles("serve/", folder.resolve("serve"));
    return new Host(name, folder, Set.of(), served("org.apache.felix.configadmin-"));
  }

  /** A bundle that the executable jar starts for the page alone. */
  private Path served(String prefix) throws Exception {
    try (Stream<Path> jars = Files.list(folder.resolve("serve"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The types and defaults of the keys of a configuration, each of which has words, too. */
  private static Map<String, String> described(Bundle bundle, String pid) throws Exception {
    for (URL entry : Collections.list(bundle.findEntries("OSGI-INF/metatype", "*.xml", false))) {
      Document document;
      try (InputStream stream = entry.openStream()) {
        document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
      }
      if (((Element) document.getElementsByTagName("Designate").item(0))
          .getAttribute("pid")
          .equals(pid)) {
        Map<String, String> keys = new TreeMap<>();
        NodeList attributes = document.getElementsByTagName("AD");
        for (int k = 0; k < attributes.getLength(); k++) {
          Element key = (Element) attributes.item(k);
          assertTrue(key.getAttribute("name").length() > 2, key.getAttribute("id"));
          assertTrue(key.getAttribute("description").length() > 10, key.getAttribute("id"));
          keys.put(
              key.getAttribute("id"),
              key.getAttribute("type")
                  + (key.hasAttribute("cardinality") ? "[] " : " ")
                  + key.getAttribute("default"));
        }
        return keys;
      }
    }
    throw new AssertionError("nothing describes " + pid);
  }

  private static void await(List<String> wanted, Supplier<List<String>> jobs) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!jobs.get().equals(wanted) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(wanted, jobs.get());
  }

  private static Object configuration(Host host) throws Exception {
    Object admin = host.service("org.osgi.service.cm.ConfigurationAdmin");
    return admin
        .getClass()
        .getMethod("getConfiguration", String.class, String.class)
        .invoke(admin, QUEUE, null);
  }
}
