package org.chikei.integration.tests;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A p2 repository of what every workbench based on Eclipse has besides bundles: the packages of
 * Java, and the word on what becomes of a bundle that is installed. Each bundle is written down,
 * and those that the workbench itself needs are started; nobody else's.
 */
final class WorkbenchUnits {
  private static final List<String> STARTED =
      List.of(
          "org.apache.felix.scr",
          "org.apache.felix.gogo.runtime",
          "org.apache.felix.gogo.shell",
          "org.apache.felix.gogo.command",
          "org.eclipse.equinox.console");

  private WorkbenchUnits() {}

  /**
   * Writes the repository.
   *
   * @param folder where to
   * @return the names of its units
   */
  static List<String> write(Path folder) throws IOException {
    StringBuilder units = new StringBuilder(java());
    List<String> names = new ArrayList<>(List.of("a.jre.javase"));
    names.add("toolingosgi.bundle.default");
    units.append(
        configuration(
            "toolingosgi.bundle.default",
            required("org.eclipse.equinox.p2.eclipse.type", "bundle", "0.0.0"),
            "setStartLevel(startLevel:4);"));
    for (String bundle : STARTED) {
      names.add("tooling" + bundle);
      units.append(started(bundle, 2));
    }
    names.add("toolingorg.eclipse.equinox.simpleconfigurator");
    units.append(started("org.eclipse.equinox.simpleconfigurator", 1));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("content.xml"),
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <?metadataRepository version='1.1.0'?>
        <repository name='workbench' version='1'
            type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository'>
        <units>
        """
            + units
            + "</units>\n</repository>\n");
    Files.writeString(
        folder.resolve("artifacts.xml"),
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <?artifactRepository version='1.1.0'?>
        <repository name='workbench' version='1'
            type='org.eclipse.equinox.p2.artifact.repository.simpleRepository'>
        <artifacts size='0'/>
        </repository>
        """);
    return names;
  }

  private static String java() {
    Set<String> packages =
        ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getDescriptor().exports().stream())
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));
    StringBuilder unit =
        new StringBuilder(
            "<unit id='a.jre.javase' version='17.0.0' singleton='false'>\n<provides>\n");
    unit.append(provided("org.eclipse.equinox.p2.iu", "a.jre.javase", "17.0.0", ""));
    for (String version : List.of("1.5", "1.6", "1.7", "1.8", "9", "11", "17")) {
      unit.append(environment("JavaSE", version));
    }
    unit.append(environment("JavaSE/compact1", "1.8"));
    packages.forEach(name -> unit.append(provided("java.package", name, "0.0.0", "")));
    return unit
        + "</provides>\n<touchpoint id='org.eclipse.equinox.p2.native' version='1.0.0'/>\n</unit>\n";
  }

  private static String environment(String name, String version) {
    return provided(
        "osgi.ee",
        name,
        version,
        """
        <properties size='2'>
        <property name='osgi.ee' value='%s'/><property name='version' value='%s' type='Version'/>
        </properties>"""
            .formatted(name, version));
  }

  private static String provided(String space, String name, String version, String more) {
    return "<provided namespace='%s' name='%s' version='%s'>%s</provided>\n"
        .formatted(space, name, version, more);
  }

  private static String required(String space, String name, String range) {
    return "<required namespace='%s' name='%s' range='%s' multiple='true' greedy='false'/>"
        .formatted(space, name, range);
  }

  private static String started(String bundle, int level) {
    return configuration(
        "tooling" + bundle,
        required("osgi.bundle", bundle, "0.0.0")
            + required("org.eclipse.equinox.p2.eclipse.type", "bundle", "[1.0.0,2.0.0)"),
        "setStartLevel(startLevel:" + level + ");markStarted(started:true);");
  }

  /** A unit that says what becomes of bundles. */
  private static String configuration(String name, String hosts, String configure) {
    return """
        <unit id='%1$s' version='1.0.0' singleton='false'>
        <hostRequirements>%2$s</hostRequirements>
        <properties size='1'>
        <property name='org.eclipse.equinox.p2.type.fragment' value='true'/>
        </properties>
        <provides>
        <provided namespace='org.eclipse.equinox.p2.iu' name='%1$s' version='1.0.0'/>
        <provided namespace='org.eclipse.equinox.p2.flavor' name='tooling' version='1.0.0'/>
        </provides>
        <requires>%2$s</requires>
        <touchpoint id='null' version='0.0.0'/>
        <touchpointData size='1'><instructions size='2'>
        <instruction key='install'>installBundle(bundle:${artifact})</instruction>
        <instruction key='configure'>%3$s</instruction>
        </instructions></touchpointData>
        </unit>
        """
        .formatted(name, hosts, configure);
  }
}
