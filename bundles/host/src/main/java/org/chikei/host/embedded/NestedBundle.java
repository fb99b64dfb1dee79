package org.chikei.host.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.chikei.host.launcher.NestedJar;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/** A bundle that the framework reads where it lies in the executable jar. */
final class NestedBundle implements ConnectModule, ConnectContent {

  private final NestedJar jar;

  NestedBundle(NestedJar jar) {
    this.jar = jar;
  }

  @Override
  public ConnectContent getContent() {
    return this;
  }

  @Override
  public Optional<Map<String, String>> getHeaders() {
    return Optional.empty();
  }

  @Override
  public Iterable<String> getEntries() throws IOException {
    return jar.names();
  }

  @Override
  public Optional<ConnectEntry> getEntry(String path) {
    try {
      return jar.contains(path) ? Optional.of(new Entry(jar, path)) : Optional.empty();
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

  private static final class Entry implements ConnectEntry {

    private final NestedJar jar;
    private final String name;

    Entry(NestedJar jar, String name) {
      this.jar = jar;
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public long getContentLength() {
      try {
        return jar.length(name);
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
      return jar.content(name);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new ByteArrayInputStream(jar.content(name));
    }
  }
}
