package org.chikei.host.embedded;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chikei.host.launcher.NestedJar;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * The bundles in the executable jar, by their names in it, which are their locations: those of
 * every command, and those in a folder that is called like the command.
 */
final class NestedBundles implements ModuleConnector {

  private static final String FOLDER = "bundles/";

  private final Map<String, NestedBundle> bundles = new LinkedHashMap<>();

  private final boolean own;

  NestedBundles(NestedJar jar, String command) throws IOException {
    String ofCommand = command + "/";
    for (String name : jar.names()) {
      if (name.endsWith(".jar") && (name.startsWith(FOLDER) || name.startsWith(ofCommand))) {
        bundles.put(name, new NestedBundle(jar.nested(name)));
      }
    }
    own = bundles.keySet().stream().anyMatch(name -> name.startsWith(ofCommand));
  }

  /** Whether the command has bundles of its own, as those have that go on until they are ended. */
  boolean hasOwn() {
    return own;
  }

  Iterable<String> locations() {
    return bundles.keySet();
  }

  @Override
  public void initialize(File storage, Map<String, String> configuration) {}

  @Override
  public Optional<ConnectModule> connect(String location) throws BundleException {
    return Optional.ofNullable(bundles.get(location));
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }
}
