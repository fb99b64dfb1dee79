package org.chikei.host.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The folders that {@code --bundles} names on the command line: every jar in them is a bundle of a
 * third party, installed and started beside those of the executable jar.
 */
final class BundleFolders {

  private static final String OPTION = "--bundles";

  private final List<Path> folders = new ArrayList<>();

  /**
   * Looks for the option, without a judgement of what else is on the command line.
   *
   * @param arguments the command line
   */
  BundleFolders(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        folders.add(Path.of(arguments[i + 1]));
      } else if (arguments[i].startsWith(OPTION + "=")) {
        folders.add(Path.of(arguments[i].substring(OPTION.length() + 1)));
      }
    }
  }

  /**
   * Installs and starts the bundles, in the order of their file names.
   *
   * @param context the framework's
   * @return the bundles by their files
   * @throws IOException if a folder or file cannot be read
   * @throws BundleException if a file is no bundle, or lacks something it needs
   */
  Map<Path, Bundle> start(BundleContext context) throws IOException, BundleException {
    Map<Path, Bundle> installed = new LinkedHashMap<>();
    for (Path jar : jars()) {
      installed.put(jar, install(jar, context));
    }
    for (Bundle bundle : installed.values()) {
      start(bundle);
    }
    return installed;
  }

  /** Whether there is nothing to install, now or later. */
  boolean isEmpty() {
    return folders.isEmpty();
  }

  /** The jars that lie in the folders now, by folder and name. */
  List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path folder : folders) {
      jars.addAll(jars(folder));
    }
    return jars;
  }

  static Bundle install(Path jar, BundleContext context) throws IOException, BundleException {
    try (InputStream content = Files.newInputStream(jar)) {
      return context.installBundle(jar.toUri().toString(), content);
    } catch (BundleException refused) {
      throw new BundleException(jar + " is no bundle: " + refused.getMessage(), refused);
    }
  }

  static void start(Bundle bundle) throws BundleException {
    if (bundle.getHeaders().get("Fragment-Host") == null) {
      bundle.start();
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new IOException(OPTION + " " + folder + ": there is no such folder");
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        jars.add(file);
      }
    }
    Collections.sort(jars);
    return jars;
  }
}
