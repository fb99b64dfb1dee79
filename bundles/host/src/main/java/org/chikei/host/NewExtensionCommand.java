package org.chikei.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.chikei.api.job.Workbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code new-extension DIR}: writes a Maven project with one coordinate, which builds at once: the
 * api that it is compiled against lies in it.
 */
final class NewExtensionCommand implements Command {
  private static final String PACKAGE = "[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  @Override
  public CommandSpec specification() {
    CommandSpec spec =
        CommandSpec.create()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("DIR")
                    .arity("1")
                    .required(true)
                    .type(Path.class)
                    .description("The folder of the project, which must not be there yet.")
                    .build())
            .addOption(
                OptionSpec.builder("--package")
                    .paramLabel("NAME")
                    .type(String.class)
                    .description("The Java package; org.example.extension if absent.")
                    .build());
    spec.usageMessage()
        .description("Writes a Maven project of an extension with one coordinate to begin with.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Path folder = parsed.matchedPositionalValue(0, Path.of(""));
    String name = parsed.matchedOptionValue("--package", "org.example.extension");
    if (!name.matches(PACKAGE)) {
      System.err.println(
          "chikei: --package " + name + ": write lower-case words with dots between");
      return ExitStatus.USAGE;
    }
    if (Files.exists(folder)) {
      System.err.println("chikei: " + folder + " is there already and stays as it is");
      return ExitStatus.INPUT;
    }
    Bundle api = FrameworkUtil.getBundle(Workbench.class);
    String version = version(api);
    Path sources = folder.resolve("src/main/java").resolve(name.replace('.', '/'));
    Files.createDirectories(sources);
    String artifact = folder.toAbsolutePath().getFileName().toString();
    write("pom.xml", folder.resolve("pom.xml"), name, artifact, version);
    write("README.md", folder.resolve("README.md"), name, artifact, version);
    write("HeightProvider.java", sources.resolve("HeightProvider.java"), name, artifact, version);
    repository(api, version, folder.resolve("repository"));
    System.out.println(
        folder
            + ": written; 'mvn package' there makes the bundle, and its README.md says what then");
    return ExitStatus.DONE;
  }

  /** The version as Maven has it: 0.1.0-SNAPSHOT is 0.1.0.SNAPSHOT in a bundle. */
  private static String version(Bundle api) {
    return api.getVersion().toString().replaceFirst("^(\\d+\\.\\d+\\.\\d+)\\.", "$1-");
  }

  private static void write(
      String resource, Path file, String name, String artifact, String version) throws IOException {
    try (InputStream in =
        NewExtensionCommand.class.getResourceAsStream("extension/" + resource + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          file,
          text.replace("@package@", name)
              .replace("@artifact@", artifact.replaceAll("[^A-Za-z0-9_.-]", "-"))
              .replace("@version@", version));
    }
  }

  /** The api as a jar in the layout of a Maven repository. */
  private static void repository(Bundle api, String version, Path root) throws IOException {
    Path folder = root.resolve("org/chikei/org.chikei.api").resolve(version);
    Files.createDirectories(folder);
    String stem = "org.chikei.api-" + version;
    TreeMap<String, URL> entries = new TreeMap<>();
    Enumeration<URL> all = api.findEntries("/", "*", true);
    for (URL entry : all == null ? List.<URL>of() : Collections.list(all)) {
      String path = entry.getPath().substring(1);
      if (!path.endsWith("/") && !path.equals(MANIFEST)) {
        entries.put(path, entry);
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(stem + ".jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      // the manifest comes first in a jar
      add(jar, MANIFEST, api.getEntry(MANIFEST));
      for (String path : entries.keySet()) {
        add(jar, path, entries.get(path));
      }
    }
    Files.writeString(
        folder.resolve(stem + ".pom"),
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n"
            + "  <modelVersion>4.0.0</modelVersion>\n"
            + "  <groupId>org.chikei</groupId>\n"
            + "  <artifactId>org.chikei.api</artifactId>\n"
            + ("  <version>" + version + "</version>\n")
            + "</project>\n");
  }

  private static void add(JarOutputStream jar, String path, URL content) throws IOException {
    jar.putNextEntry(new ZipEntry(path));
    try (InputStream in = content.openStream()) {
      in.transferTo(jar);
    }
    jar.closeEntry();
  }
}
