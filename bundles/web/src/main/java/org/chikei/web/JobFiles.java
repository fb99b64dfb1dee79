package org.chikei.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page's jobs: the job as it was submitted lies in the page's folder, so that the
 * paths in it are relative to that, and its results below {@code results}.
 */
final class JobFiles {
  /** What the job file is called in a link. */
  static final String JOB = "job.yaml";

  private static final String RESULTS = "results";
  private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \t]*([^\r\n]*)");
  private static final int LONGEST_NAME = 40;
  private static final int KEY_BITS = 130;

  private final Folder folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Map<Path, String> titles = new ConcurrentHashMap<>();

  JobFiles(Folder folder) {
    this.folder = folder;
  }

  /**
   * Where a job and its results go.
   *
   * @param job the job file, written
   * @param results the folder of its results, which nobody has yet
   */
  record Place(Path job, Path results) {}

  /** Writes a job to look at once. */
  Path temporary(String text) throws IOException {
    Path file = Files.createTempFile(folder.root(), ".check-", ".yaml");
    return Files.writeString(file, text);
  }

  /** Writes a job under a name of its own, which its title suggests. */
  Place place(String text) throws IOException {
    String title = titleIn(text);
    String stem = stem(title);
    for (int n = 1; ; n++) {
      String name = n == 1 ? stem : stem + "-" + n;
      Path job = folder.root().resolve(name + ".yaml");
      Path results = folder.root().resolve(RESULTS).resolve(name);
      if (Files.exists(results, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        Files.writeString(job, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        titles.put(job, title);
        return new Place(job, results);
      } catch (FileAlreadyExistsException taken) {
        // the next number
      }
    }
  }

  private static String titleIn(String text) {
    Matcher title = TITLE.matcher(text);
    String found = title.find() ? title.group(1).strip().replaceAll("^[\"']|[\"']$", "") : "";
    return found.isEmpty() ? "Untitled" : found;
  }

  private static String stem(String title) {
    String stem =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return stem.isEmpty() ? "job" : stem.substring(0, Math.min(LONGEST_NAME, stem.length()));
  }

  /** The name of a job: that of its file, without what tells the format. */
  String name(Path job) {
    String name = job.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The title of a job that has no result yet. */
  String title(Path job) {
    return titles.getOrDefault(job, name(job));
  }

  /** The key that opens a run's files. */
  String key(String id) {
    return keys.computeIfAbsent(
        id,
        unopened -> {
          String key = new BigInteger(KEY_BITS, random).toString(36);
          ids.put(key, id);
          return key;
        });
  }

  /** The run that a key opens. */
  String id(String key) throws Refusal {
    String id = ids.get(key);
    if (id == null) {
      throw Refusal.notFound("run with this key");
    }
    return id;
  }

  /** Sends a file, of which nothing can reach the page around it. */
  void send(Path file, HttpServletResponse response) throws IOException, Refusal {
    String name = file.getFileName().toString();
    boolean report = name.endsWith(".html");
    response.setContentType(
        report
            ? "text/html; charset=utf-8"
            : name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; script-src"
            + " 'unsafe-inline'; img-src data:");
    if (!Files.isRegularFile(file)) {
      throw Refusal.notFound("such file any more");
    }
    response.setContentLengthLong(Files.size(file));
    Files.copy(file, response.getOutputStream());
  }
}
