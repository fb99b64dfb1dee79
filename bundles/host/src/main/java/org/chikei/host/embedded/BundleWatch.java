package org.chikei.host.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Follows the folders of bundles while the framework runs: a jar that comes is installed, one that
 * changes is updated, one that goes is uninstalled. A jar is looked at again a second later before
 * it is taken, so that a copy is complete.
 */
final class BundleWatch extends Thread {
  private final BundleFolders folders;
  private final BundleContext context;
  private final Map<Path, Bundle> bundles;
  private final Map<Path, State> taken = new HashMap<>();
  private Map<Path, State> before = Map.of();

  /**
   * Prepares to follow folders.
   *
   * @param folders the folders
   * @param context the framework's
   * @param bundles what was installed from them already
   */
  BundleWatch(BundleFolders folders, BundleContext context, Map<Path, Bundle> bundles)
      throws IOException {
    super("chikei-bundles");
    setDaemon(true);
    this.folders = folders;
    this.context = context;
    this.bundles = new HashMap<>(bundles);
    for (Path jar : bundles.keySet()) {
      taken.put(jar, State.of(jar));
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        try {
          look();
        } catch (IOException | RuntimeException passing) {
          System.err.println("chikei: " + passing.getMessage());
        }
      }
    } catch (InterruptedException end) {
      // the framework stops
    }
  }

  private void look() throws IOException {
    Map<Path, State> now = new HashMap<>();
    for (Path jar : folders.jars()) {
      now.put(jar, State.of(jar));
    }
    Set<Bundle> changed = new HashSet<>();
    for (Path gone : List.copyOf(bundles.keySet())) {
      if (!now.containsKey(gone)) {
        taken.remove(gone);
        tell(gone, () -> changed.add(uninstall(gone)));
      }
    }
    now.forEach(
        (jar, state) -> {
          if (state.equals(before.get(jar)) && !state.equals(taken.get(jar))) {
            taken.put(jar, state);
            tell(jar, () -> changed.add(take(jar)));
          }
        });
    before = now;
    if (!changed.isEmpty()) {
      context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(changed);
    }
  }

  private Bundle uninstall(Path jar) throws BundleException {
    Bundle bundle = bundles.remove(jar);
    bundle.uninstall();
    return bundle;
  }

  private Bundle take(Path jar) throws IOException, BundleException {
    Bundle bundle = bundles.get(jar);
    if (bundle == null) {
      bundle = BundleFolders.install(jar, context);
      bundles.put(jar, bundle);
      BundleFolders.start(bundle);
    } else {
      try (InputStream content = Files.newInputStream(jar)) {
        bundle.update(content);
      }
    }
    return bundle;
  }

  private static void tell(Path jar, Change change) {
    try {
      change.make();
    } catch (IOException | BundleException refused) {
      System.err.println("chikei: " + jar + ": " + refused.getMessage());
    }
  }

  /** Something that is done with a bundle. */
  private interface Change {
    void make() throws IOException, BundleException;
  }

  private record State(long size, FileTime modified) {
    static State of(Path jar) throws IOException {
      return new State(Files.size(jar), Files.getLastModifiedTime(jar));
    }
  }
}
