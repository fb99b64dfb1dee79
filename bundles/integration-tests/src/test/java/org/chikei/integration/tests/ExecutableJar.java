package org.chikei.integration.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The executable jar that the build made: what is in it, and what it says when it is run. */
final class ExecutableJar {

  private static final Path JAR = Path.of(System.getProperty("chikei.jar"));
  private static final long SECONDS = 60;
  private static final long SIGINT = 1L << (2 - 1);

  private ExecutableJar() {}

  /**
   * Copies its bundles into a folder.
   *
   * @return the copies
   */
  static List<Path> bundles(Path folder) throws IOException {
    return bundles("bundles/", folder);
  }

  /**
   * Copies bundles of one of its folders into another.
   *
   * @param part the folder in the jar, ending with a slash
   * @param folder where they go
   * @return the copies
   */
  static List<Path> bundles(String part, Path folder) throws IOException {
    List<Path> bundles = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().startsWith(part) && entry.getName().endsWith(".jar")) {
          Path copy = folder.resolve(Path.of(entry.getName()).getFileName());
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, copy);
          }
          bundles.add(copy);
        }
      }
    }
    return bundles;
  }

  /**
   * Starts it.
   *
   * @param folder the working directory; output goes to files there, and temporary files to {@code
   *     temporary} in it
   */
  static Process start(Path folder, String... arguments) throws IOException {
    return start(folder, List.of(), arguments);
  }

  /** Starts it with options of the Java machine. */
  static Process start(Path folder, List<String> options, String... arguments) throws IOException {
    Files.createDirectories(folder.resolve("temporary"));
    List<String> command = new ArrayList<>();
    if (interruptIsIgnored()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + folder.resolve("temporary"));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("output").toFile())
        .redirectError(folder.resolve("errors").toFile())
        .start();
  }

  /** A build in the background may ignore SIGINT, and its children inherit that. */
  private static boolean interruptIsIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .anyMatch(mask -> (mask & SIGINT) != 0);
    }
  }

  /** Runs it to its end. */
  static Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
    return end(start(folder, arguments), folder);
  }

  /** Waits for the end of one that was started. */
  static Outcome end(Process process, Path folder) throws IOException, InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + SECONDS + " s");
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(folder.resolve("output"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("errors"), StandardCharsets.UTF_8));
  }

  /**
   * How a run ended.
   *
   * @param status the exit status
   * @param output what it wrote to standard output
   * @param errors what it wrote to standard error
   */
  record Outcome(int status, String output, String errors) {}
}
