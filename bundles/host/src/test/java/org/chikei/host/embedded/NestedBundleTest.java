package org.chikei.host.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chikei.host.launcher.NestedJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class NestedBundleTest {
  private static final String NAMESPACE = "http://www.osgi.org/xmlns/scr/v1.3.0";

  @TempDir Path folder;

  @Test
  void componentsOfOneDocumentEachAreDescribedInOne() throws Exception {
    NestedBundle bundle =
        bundle(
            "OSGI-INF/a.xml, OSGI-INF/b.xml",
            Map.of("OSGI-INF/a.xml", component("a", "µ"), "OSGI-INF/b.xml", component("b", "")));
    Map<String, String> headers = bundle.getHeaders().orElseThrow();
    assertEquals("org.example", headers.get("Bundle-SymbolicName"));
    String document = headers.get("Service-Component");
    List<String> entries = new ArrayList<>();
    bundle.getEntries().forEach(entries::add);
    assertTrue(entries.contains(document), document);
    assertTrue(entries.contains("OSGI-INF/a.xml"));
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    try (InputStream content = bundle.getEntry(document).orElseThrow().getInputStream()) {
      Document parsed = parsers.newDocumentBuilder().parse(content);
      NodeList components = parsed.getElementsByTagNameNS(NAMESPACE, "component");
      assertEquals(2, components.getLength());
      assertEquals("a", components.item(0).getAttributes().getNamedItem("name").getNodeValue());
      assertEquals("µ", components.item(0).getTextContent());
    }
  }

  @Test
  void aSingleDocumentStaysWhatItIs() throws IOException {
    NestedBundle bundle =
        bundle("OSGI-INF/a.xml", Map.of("OSGI-INF/a.xml", component("a", "text")));
    assertEquals("OSGI-INF/a.xml", bundle.getHeaders().orElseThrow().get("Service-Component"));
    assertEquals(
        component("a", "text"),
        new String(
            bundle.getEntry("OSGI-INF/a.xml").orElseThrow().getBytes(), StandardCharsets.UTF_8));
    assertTrue(bundle.getEntry("OSGI-INF/b.xml").isEmpty());
  }

  private static String component(String name, String text) {
    return "<?xml version='1.0' encoding='UTF-8'?>\n<scr:component xmlns:scr='"
        + NAMESPACE
        + "' name='"
        + name
        + "'>"
        + text
        + "</scr:component>\n";
  }

  private NestedBundle bundle(String components, Map<String, String> documents) throws IOException {
    Path jar = folder.resolve("bundle.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      out.write(
          ("Manifest-Version: 1.0\nBundle-SymbolicName: org.example\nService-Component: "
                  + components
                  + "\n")
              .getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, String> document : documents.entrySet()) {
        out.putNextEntry(new ZipEntry(document.getKey()));
        out.write(document.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new NestedBundle(NestedJar.open(jar.toString()));
  }
}
