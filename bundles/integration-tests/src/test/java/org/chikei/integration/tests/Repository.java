package org.chikei.integration.tests;

import java.nio.file.Path;

/** Where the jobs and data are that come with the code. */
final class Repository {
  private static final Path ROOT = Path.of(System.getProperty("repository")).normalize();

  private Repository() {}

  /** A file of {@code descriptors}. */
  static Path descriptor(String name) {
    return ROOT.resolve("descriptors").resolve(name);
  }

  /** A file of {@code test-data}. */
  static Path data(String name) {
    return ROOT.resolve("test-data").resolve(name);
  }

  /** The bundle of the extension that comes with the code. */
  static Path extension() {
    return Path.of(System.getProperty("extension"));
  }
}
