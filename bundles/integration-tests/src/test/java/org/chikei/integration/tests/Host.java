package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework in this process that runs with the bundles of the executable jar. */
final class Host implements AutoCloseable {
  private static final long MILLISECONDS_TO_STOP = 20_000;

  private final Path folder;
  private final URLClassLoader loader;
  private final Framework framework;
  private final List<Bundle> bundles = new ArrayList<>();

  /**
   * Starts a framework and the bundles in it.
   *
   * @param name {@code Felix} or {@code Equinox}
   * @param folder where it may write
   */
  Host(String name, Path folder) throws Exception {
    this(name, folder, Set.of());
  }

  /**
   * Starts a framework that brings some bundles of its own, and the others in it.
   *
   * @param name {@code Felix} or {@code Equinox}
   * @param folder where it may write
   * @param without names of bundles of the executable jar that are not installed
   * @param before the framework's own, which are installed and started first
   */
  Host(String name, Path folder, Set<String> without, Path... before) throws Exception {
    this.folder = folder;
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
    List<Bundle> own = new ArrayList<>();
    for (Path jar : before) {
      own.add(install(jar));
    }
    for (Bundle bundle : own) {
      bundle.start();
    }
    for (Path jar : ExecutableJar.bundles(folder)) {
      Bundle bundle = install(jar);
      if (without.contains(bundle.getSymbolicName())) {
        bundle.uninstall();
      } else {
        bundles.add(bundle);
      }
    }
    assertTrue(bundles.size() > 10, bundles::toString);
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  /** Those of the executable jar. */
  List<Bundle> bundles() {
    return bundles;
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  Bundle install(Path jar) throws BundleException {
    return context().installBundle(jar.toUri().toString());
  }

  /** A service by the name of its type, which is that of a bundle and not that of these tests. */
  Object service(String type) throws Exception {
    return context().getService(context().getAllServiceReferences(type, null)[0]);
  }

  /**
   * Starts a bundle of one class of these tests and makes an object of that class in it.
   *
   * @param probe the class
   * @param imports what the bundle imports
   * @return the object
   */
  Object probe(Class<?> probe, String imports) throws Exception {
    Path jar = folder.resolve(probe.getSimpleName() + ".jar");
    Bundle bundle = install(TestBundle.write(jar, probe, "Import-Package", imports));
    bundle.start();
    return bundle.loadClass(probe.getName()).getDeclaredConstructor().newInstance();
  }

  @Override
  public void close() throws BundleException, IOException, InterruptedException {
    framework.stop();
    framework.waitForStop(MILLISECONDS_TO_STOP);
    loader.close();
  }
}
