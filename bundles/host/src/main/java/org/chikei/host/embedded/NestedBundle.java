package org.chikei.host.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import org.chikei.host.launcher.NestedJar;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/**
 * A bundle that the framework reads where it lies in the executable jar.
 *
 * <p>Its components, which the bundle describes in one document each, are described in one together
 * here: each document costs a parser and several looks at the table of contents, and there are
 * almost a hundred.
 */
final class NestedBundle implements ConnectModule, ConnectContent {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String SERVICE_COMPONENT = "Service-Component";

  /** The document that holds the others. */
  private static final String COMPONENTS = "OSGI-INF/chikei-components.xml";

  private final NestedJar jar;
  private final Map<String, String> headers = new HashMap<>();

  /** The names of the documents. */
  private final List<String> components;

  NestedBundle(NestedJar jar) throws IOException {
    this.jar = jar;
    new Manifest(new ByteArrayInputStream(jar.content(MANIFEST)))
        .getMainAttributes()
        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
    components = List.of(headers.getOrDefault(SERVICE_COMPONENT, "").split(","));
    if (components.size() > 1) {
      headers.put(SERVICE_COMPONENT, COMPONENTS);
    }
  }

  @Override
  public ConnectContent getContent() {
    return this;
  }

  @Override
  public Optional<Map<String, String>> getHeaders() {
    return Optional.of(headers);
  }

  @Override
  public Iterable<String> getEntries() throws IOException {
    if (components.size() == 1) {
      return jar.names();
    }
    List<String> names = new ArrayList<>(List.of(COMPONENTS));
    jar.names().forEach(names::add);
    return names;
  }

  @Override
  public Optional<ConnectEntry> getEntry(String path) {
    try {
      return path.equals(COMPONENTS) || jar.contains(path)
          ? Optional.of(new Entry(path))
          : Optional.empty();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** None: the framework loads the bundle's classes itself, and keeps bundles apart. */
  @Override
  public Optional<ClassLoader> getClassLoader() {
    return Optional.empty();
  }

  @Override
  public void open() {}

  @Override
  public void close() {}

  private byte[] allComponents() throws IOException {
    StringBuilder all = new StringBuilder("<components>");
    for (String name : components) {
      String document = new String(jar.content(name.strip()), StandardCharsets.UTF_8);
      // but for its declaration, which only the whole may have
      all.append(document, document.indexOf("?>") + 2, document.length());
    }
    return all.append("</components>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private final class Entry implements ConnectEntry {

    private final String name;

    Entry(String name) {
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public long getContentLength() {
      try {
        return name.equals(COMPONENTS) ? -1 : jar.length(name);
      } catch (IOException damaged) {
        return -1;
      }
    }

    @Override
    public long getLastModified() {
      return 0;
    }

    @Override
    public byte[] getBytes() throws IOException {
      return name.equals(COMPONENTS) ? allComponents() : jar.content(name);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new ByteArrayInputStream(getBytes());
    }
  }
}
