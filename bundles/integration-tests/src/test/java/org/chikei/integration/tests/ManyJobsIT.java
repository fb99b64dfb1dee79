package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chikei.integration.tests.probe.FailingStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Fifty jobs at once, while bundles come and go. */
@Timeout(240)
class ManyJobsIT {
  private static final int JOBS = 50;
  private static final int CANCELLED = 20;
  private static final int FAILING = 5;

  /**
   * What another round may leave on the heap. The jobs of a round take 2.8 MB while they are
   * remembered; classes and caches that come late, 0.05 MB.
   */
  private static final long LEFT_BYTES = 700_000;

  private static final String JOB =
      """
      title: Number %d
      source: {model: double-well-2d, parameters: {h: 3, k: 6}, temperature: {kT: 1}, segments: 40, frames: 500, spacing: 0.02, seed: 7}
      analysis:
        - {step: comparison, of: q1, bins: 40}
        - {step: free-energy, of: [q1, q2], bins: [20, 20], name: plane}
      """;

  @TempDir Path folder;

  private Serving server;
  private final HttpClient client = HttpClient.newHttpClient();

  private String ask(String method, String path, String body) throws Exception {
    long began = System.nanoTime();
    String answer =
        client
            .send(
                HttpRequest.newBuilder(URI.create(server.page() + "api/" + path))
                    .header("Authorization", "Bearer " + server.token())
                    .method(method, BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString())
            .body();
    // whatever runs meanwhile: an answer never waits for a job
    assertTrue(System.nanoTime() - began < 20e9, method + " " + path + " took too long");
    return answer;
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private long count(String what) throws Exception {
    try (Stream<Path> entries =
        Files.list(Path.of("/proc/" + server.process().pid() + "/" + what))) {
      return entries.count();
    }
  }

  private void run(String job) throws Exception {
    String id = all("\"id\":\"(\\d+)\"", ask("POST", "jobs", job)).get(0);
    while (!ask("GET", "jobs/" + id, "").contains("\"state\":\"finished\"")) {
      Thread.sleep(20);
    }
  }

  private void runMany(int first, Path extensions, Path reference) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int k = 1; k <= JOBS; k++) {
      String job = JOB.formatted(first + k - 1);
      if (k <= FAILING) {
        job += "  - {step: fail, of: q1, name: falls}\n";
      }
      ids.add(all("\"id\":\"(\\d+)\"", ask("POST", "jobs", job)).get(0));
      if (k == 20) {
        Files.copy(Repository.extension(), extensions.resolve("example.jar"));
      }
    }
    for (int k = JOBS - CANCELLED; k < JOBS; k++) {
      ask("POST", "jobs/" + ids.get(k) + "/cancel", "");
    }
    Files.deleteIfExists(extensions.resolve("example.jar"));
    String status;
    do {
      Thread.sleep(100);
      status = ask("GET", "status", "");
    } while (status.contains("\"state\":\"queued\"") || status.contains("\"state\":\"running\""));

    List<String> states = all("\"state\":\"(\\w+)\"", status);
    assertEquals(JOBS + 1, states.size());
    for (int k = 1; k <= JOBS; k++) {
      String state = states.get(k);
      if (k <= JOBS - CANCELLED) {
        assertEquals("finished", state, "job " + k);
        for (String file : List.of("q1.comparison.csv", "plane.free-energy.csv")) {
          assertArrayEquals(
              Files.readAllBytes(reference.resolve(file)),
              Files.readAllBytes(
                  folder.resolve("results/number-" + (first + k - 1)).resolve(file)));
        }
      } else {
        assertTrue(state.equals("cancelled") || state.equals("finished"), state);
      }
    }
    assertEquals(FAILING, all("(the sky fell)", status).size(), status);
    for (String id : ids) {
      ask("DELETE", "jobs/" + id, "");
    }
  }

  /** What the collector finds in use, once it has cleared what waited for its first turn. */
  private long liveBytes() throws Exception {
    long bytes = 0;
    for (int turn = 0; turn < 3; turn++) {
      Process histogram =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(server.process().pid()),
                  "GC.class_histogram")
              .redirectError(Redirect.DISCARD)
              .start();
      String table = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      bytes = Long.parseLong(all("(?m)^Total +\\d+ +(\\d+)$", table).get(0));
    }
    return bytes;
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "threads and files are counted in /proc")
  void theResultsAreRightAndNothingIsLeft() throws Exception {
    Path extensions = Files.createDirectory(folder.resolve("extensions"));
    TestBundle.write(
        extensions.resolve("failing.jar"),
        FailingStep.class,
        "Bundle-Activator",
        FailingStep.class.getName(),
        "Import-Package",
        FailingStep.IMPORTS);
    server = new Serving(folder, "--bundles", "extensions");
    try {
      run(JOB.formatted(0));
      Path reference = folder.resolve("results/number-0");
      Thread.sleep(500);
      long threads = count("task");
      long files = count("fd");

      runMany(1, extensions, reference);
      long heap = liveBytes();
      runMany(1 + JOBS, extensions, reference);
      // threads of the pool end when they were idle for some seconds
      long end = System.nanoTime() + 30_000_000_000L;
      while ((count("task") > threads + 4 || count("fd") > files + 8) && System.nanoTime() < end) {
        Thread.sleep(200);
      }
      assertTrue(count("task") <= threads + 4, count("task") + " threads after " + threads);
      assertTrue(count("fd") <= files + 8, count("fd") + " open files after " + files);
      long after = liveBytes();
      assertTrue(after - heap < LEFT_BYTES, after + " bytes are live, " + heap + " a round before");
    } finally {
      server.close();
    }
  }
}
