package org.chikei.host.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * Loads the framework from a jar within the executable jar, and the classes that drive it.
 *
 * <p>It hides {@code sun.misc.Unsafe} from the framework, which does without it and would otherwise
 * make newer JDKs print a warning.
 */
final class FrameworkLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final NestedJar jar;
  private final NestedJar framework;

  /**
   * Makes a loader.
   *
   * @param jar the executable jar
   * @param framework the framework's jar within it
   */
  FrameworkLoader(NestedJar jar, NestedJar framework) {
    super(FrameworkLoader.class.getClassLoader());
    this.jar = jar;
    this.framework = framework;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("org.osgi.") || name.startsWith("org.apache.felix.")) {
      return define(name, framework);
    }
    if (name.startsWith("org.chikei.host.embedded.")) {
      return define(name, jar);
    }
    if (name.startsWith("sun.misc.")) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  private Class<?> define(String name, NestedJar source) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      String entry = name.replace('.', '/') + ".class";
      try {
        if (!source.contains(entry)) {
          throw new ClassNotFoundException(name);
        }
        byte[] content = source.content(entry);
        return defineClass(name, content, 0, content.length);
      } catch (IOException damaged) {
        throw new ClassNotFoundException(name, damaged);
      }
    }
  }

  @Override
  public URL getResource(String name) {
    try {
      return framework.contains(name)
          ? new URL(null, "chikei:" + name, new EntryHandler(framework, name))
          : super.getResource(name);
    } catch (IOException damaged) {
      return null;
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    try {
      return framework.contains(name)
          ? new ByteArrayInputStream(framework.content(name))
          : super.getResourceAsStream(name);
    } catch (IOException damaged) {
      return null;
    }
  }

  private static final class EntryHandler extends URLStreamHandler {

    private final NestedJar jar;
    private final String name;

    EntryHandler(NestedJar jar, String name) {
      this.jar = jar;
      this.name = name;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(jar.content(name));
        }
      };
    }
  }
}
