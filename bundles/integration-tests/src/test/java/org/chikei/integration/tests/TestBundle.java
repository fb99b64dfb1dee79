package org.chikei.integration.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a bundle of one class of these tests. */
final class TestBundle {

  private TestBundle() {}

  /**
   * Writes the bundle.
   *
   * @param file the jar to write
   * @param content the only class in it
   * @param headers further manifest headers: name, value, name, value …
   * @return the jar
   */
  static Path write(Path file, Class<?> content, String... headers) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", content.getName());
    for (int i = 0; i < headers.length; i += 2) {
      attributes.putValue(headers[i], headers[i + 1]);
    }
    String entry = content.getName().replace('.', '/') + ".class";
    try (OutputStream output = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(output, manifest);
        InputStream bytes = content.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new ZipEntry(entry));
      bytes.transferTo(jar);
      jar.closeEntry();
    }
    return file;
  }
}
