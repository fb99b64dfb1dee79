package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.service.feature.Feature;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What tells other hosts' tools of the bundles: the repository index, and the feature file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoryIndexIT {
  private final Path folder =
      Path.of(System.getProperty("equinox")).resolveSibling("chikei-equinox").normalize();
  private List<Element> resources;

  /** Capabilities by namespace. */
  private final Map<String, List<Map<String, Object>>> offered = new HashMap<>();

  @BeforeAll
  void read() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    resources =
        children(
            factory
                .newDocumentBuilder()
                .parse(folder.resolve("index.xml").toFile())
                .getDocumentElement(),
            "resource");
    for (Element resource : resources) {
      for (Element capability : children(resource, "capability")) {
        offered
            .computeIfAbsent(capability.getAttribute("namespace"), namespace -> new ArrayList<>())
            .add(values(capability));
      }
    }
    List<Version> java =
        Stream.of("1.5", "1.6", "1.7", "1.8", "9", "11", "17").map(Version::new).toList();
    offered.put(
        "osgi.ee",
        List.of(
            Map.of("osgi.ee", "JavaSE", "version", java),
            Map.of("osgi.ee", "JavaSE/compact1", "version", new Version("1.8"))));
    // what a multi-release jar is under another Java is a resource of its own
    resources.removeIf(resource -> !identity(resource).get("type").equals("osgi.bundle"));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int k = 0; k < nodes.getLength(); k++) {
      Node node = nodes.item(k);
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static Map<String, Object> values(Element capability) {
    Map<String, Object> values = new HashMap<>();
    for (Element attribute : children(capability, "attribute")) {
      String value = attribute.getAttribute("value");
      String type = attribute.getAttribute("type");
      UnaryOperator<String> item = String::strip;
      values.put(
          attribute.getAttribute("name"),
          type.equals("Version")
              ? Version.parseVersion(value)
              : type.equals("List<String>")
                  ? Stream.of(value.split(",")).map(item).toList()
                  : type.equals("List<Version>")
                      ? Stream.of(value.split(",")).map(item).map(Version::parseVersion).toList()
                      : type.equals("Long") ? (Object) Long.valueOf(value.strip()) : value);
    }
    return values;
  }

  @Test
  void whatEveryBundleNeedsToResolveIsInTheIndexOrInJava() throws Exception {
    Set<String> lacking = new TreeSet<>();
    int needed = 0;
    for (Element resource : resources) {
      for (Element requirement : children(resource, "requirement")) {
        Map<String, String> directives =
            children(requirement, "directive").stream()
                .collect(
                    Collectors.toMap(d -> d.getAttribute("name"), d -> d.getAttribute("value")));
        String filter = directives.getOrDefault("filter", "(osgi.none=*)");
        boolean optional = "optional".equals(directives.get("resolution"));
        boolean later = !directives.getOrDefault("effective", "resolve").equals("resolve");
        Matcher ofJava =
            Pattern.compile(
                    "osgi.wiring.package=(java[a-z]*\\.[^)]*|org\\.(w3c|xml|ietf)\\.[^)]*)\\)")
                .matcher(filter);
        boolean java = ofJava.find() && inJava(ofJava.group(1));
        if (!optional && !later && !java) {
          needed++;
          String namespace = requirement.getAttribute("namespace");
          if (offered.getOrDefault(namespace, List.of()).stream()
              .noneMatch(capability -> matches(filter, capability))) {
            lacking.add(
                identity(resource).get("osgi.identity") + " needs " + namespace + " " + filter);
          }
        }
      }
    }
    assertEquals(Set.of(), lacking);
    assertTrue(needed > 100, needed + " requirements");
  }

  private static boolean inJava(String name) {
    return ModuleLayer.boot().modules().stream().anyMatch(m -> m.getPackages().contains(name));
  }

  private static boolean matches(String filter, Map<String, Object> capability) {
    try {
      return FrameworkUtil.createFilter(filter).matches(capability);
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(filter, e);
    }
  }

  private static Map<String, Object> identity(Element resource) {
    return capability(resource, "osgi.identity");
  }

  private static Map<String, Object> capability(Element resource, String namespace) {
    return children(resource, "capability").stream()
        .filter(c -> c.getAttribute("namespace").equals(namespace))
        .map(RepositoryIndexIT::values)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theIndexLeadsToTheVeryBundlesBesideIt() throws Exception {
    Set<String> plugins = new TreeSet<>();
    for (Element resource : resources) {
      Map<String, Object> content = capability(resource, "osgi.content");
      URI address = URI.create(content.get("url").toString());
      assertTrue(!address.isAbsolute(), address::toString);
      byte[] jar = Files.readAllBytes(folder.resolve(address.getPath()));
      assertEquals(
          content.get("osgi.content").toString().toLowerCase(Locale.ROOT),
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
      plugins.add(folder.resolve(address.getPath()).getFileName().toString());
    }
    try (Stream<Path> files = Files.list(folder.resolve("plugins"))) {
      assertEquals(
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()), plugins);
    }
  }

  @Test
  void theFeatureFileNamesTheBundlesOfTheFeaturesForKaraf() throws IOException {
    Path features = Path.of(System.getProperty("features"));
    Feature feature;
    try (var reader =
        Files.newBufferedReader(features.resolve("chikei.feature.json"), StandardCharsets.UTF_8)) {
      feature = new FeatureServiceImpl().readFeature(reader);
    }
    assertEquals("org.chikei.karaf", feature.getID().getArtifactId());
    assertEquals("Chikei", feature.getName().orElseThrow());
    Set<String> named =
        feature.getBundles().stream()
            .map(bundle -> bundle.getID().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = new TreeSet<>();
    Matcher url =
        Pattern.compile("mvn:([^/<]+)/([^/<]+)/([^/<]+)</bundle>")
            .matcher(Files.readString(features.resolve("features.xml")));
    while (url.find()) {
      expected.add(url.group(1) + ":" + url.group(2) + ":" + url.group(3));
    }
    assertEquals(expected, named);
    // and each of them lies in the folder of plug-ins
    for (String id : named) {
      String[] parts = id.split(":");
      assertTrue(Files.exists(folder.resolve("plugins/" + parts[1] + "-" + parts[2] + ".jar")), id);
    }
  }
}
