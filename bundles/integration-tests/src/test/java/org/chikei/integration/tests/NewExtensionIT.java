package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that the executable jar writes for whoever writes an extension. */
class NewExtensionIT {
  @TempDir Path folder;

  @Test
  void itsSourceCompilesAgainstTheApiThatLiesInIt() throws Exception {
    Outcome outcome =
        ExecutableJar.run(folder, "new-extension", "mine", "--package", "org.lab.mine");
    assertEquals(0, outcome.status(), outcome::errors);
    Path project = folder.resolve("mine");
    List<Path> jars;
    try (Stream<Path> files = Files.walk(project.resolve("repository"))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    assertEquals(1, jars.size());
    String pom = Files.readString(project.resolve("pom.xml"));
    assertFalse(pom.contains("@"), pom);
    String version = jars.get(0).getParent().getFileName().toString();
    assertTrue(pom.contains("<version>" + version + "</version>"), pom);

    Path classes = Files.createDirectory(folder.resolve("classes"));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                errors,
                "-proc:none",
                "-Werror",
                "-d",
                classes.toString(),
                "-cp",
                jars.get(0) + File.pathSeparator + System.getProperty("java.class.path"),
                project.resolve("src/main/java/org/lab/mine/HeightProvider.java").toString());
    assertEquals(0, status, errors.toString(StandardCharsets.UTF_8));
    assertTrue(Files.exists(classes.resolve("org/lab/mine/HeightProvider.class")));

    Outcome again = ExecutableJar.run(folder, "new-extension", "mine");
    assertEquals(3, again.status());
    assertEquals(1, again.errors().lines().count(), again::errors);
    assertEquals(
        2, ExecutableJar.run(folder, "new-extension", "other", "--package", "A b").status());
    assertFalse(Files.exists(folder.resolve("other")));
  }
}
