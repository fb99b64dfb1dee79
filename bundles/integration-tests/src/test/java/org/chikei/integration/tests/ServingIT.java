package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's programming interface, asked by scripts that mean well and by others. */
@Timeout(120)
class ServingIT {
  private static final String JOB =
      """
      title: Butane, of a script
      source: {trajectory: butane.trr, structure: butane.pdb, temperature: 300}
      coordinates:
        - {name: phi, type: torsion, atoms: [1, 2, 3, 4]}
      analysis:
        - {step: comparison, of: phi, bins: 72}
      output: {directory: /nowhere}
      """;

  @TempDir static Path folder;

  private static Serving server;
  private static HttpClient client;

  @BeforeAll
  static void serve() throws Exception {
    for (String name : List.of("butane.pdb", "butane.trr")) {
      Files.copy(Repository.data(name), folder.resolve(name));
    }
    server = new Serving(folder, "--upload-limit", "1");
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void end() throws Exception {
    server.close();
    try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.page() + path))
        .header("Authorization", "Bearer " + server.token());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private static String field(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertTrue(matcher.find(), json);
    return matcher.group(1);
  }

  @Test
  void aScriptSubmitsAJobAndTakesTheResults() throws Exception {
    HttpResponse<String> submitted = post("api/jobs", JOB);
    assertEquals(200, submitted.statusCode(), submitted.body());
    String id = field("id", submitted.body());
    String job;
    do {
      Thread.sleep(50);
      job = send(request("api/jobs/" + id)).body();
    } while (job.contains("\"queued\"") || job.contains("\"running\""));
    assertEquals("finished", field("state", job), job);
    assertTrue(send(request("api/jobs/" + id + "/curves")).body().contains("\"label\":\"G_iso\""));
    String view = server.page() + "view/" + field("key", job) + "/";
    HttpResponse<String> table =
        client.send(
            HttpRequest.newBuilder(URI.create(view + "phi.comparison.csv")).build(),
            BodyHandlers.ofString());
    assertTrue(table.body().startsWith("r,count,rho,G,G_err,"), table.body());
    HttpResponse<String> report =
        client.send(
            HttpRequest.newBuilder(URI.create(view + "report.html")).build(),
            BodyHandlers.ofString());
    assertTrue(
        report.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
    for (String other : List.of("results.yaml", "..%2F..%2Fbutane.trr", "%2e%2e/butane.trr")) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(view + other)).build(), BodyHandlers.ofString())
              .statusCode();
      assertTrue(status == 404 || status == 400, other + ": " + status);
    }
    assertTrue(Files.exists(folder.resolve("results/butane-of-a-script/results.json")));
    assertTrue(send(request("api/jobs/" + id).DELETE()).body().contains("true"));
    assertEquals(404, send(request("api/jobs/" + id)).statusCode());
  }

  @Test
  void aPortThatIsTakenIsRefusedAtOnce() throws Exception {
    String port = Integer.toString(URI.create(server.page()).getPort());
    Path elsewhere = Files.createDirectory(folder.resolve(".elsewhere"));
    ExecutableJar.Outcome second = ExecutableJar.run(elsewhere, "serve", "--port", port);
    assertEquals(2, second.status());
    assertEquals(
        "chikei: --port " + port + ": it is taken; --port 0 takes any free one\n", second.errors());
  }

  @Test
  void whatLiesDeepOrHiddenIsNotListed() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("a/b/c/d"));
    Files.writeString(deep.resolve("too-deep.trr"), "");
    Files.writeString(folder.resolve("a/b/seen.trr"), "");
    Files.writeString(Files.createDirectory(folder.resolve(".secret")).resolve("x.trr"), "");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    String files = send(request("api/files")).body();
    assertTrue(files.contains("\"a/b/seen.trr\""), files);
    assertFalse(files.contains("too-deep") || files.contains("secret"), files);
    assertFalse(files.contains("loop"), files);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic x"})
  void withoutTheTokenNothingIsSaid(String authorization) throws Exception {
    HttpRequest.Builder bare = HttpRequest.newBuilder(URI.create(server.page() + "api/files"));
    if (!authorization.isEmpty()) {
      bare.header("Authorization", authorization);
    }
    HttpResponse<String> refused = send(bare);
    assertEquals(401, refused.statusCode());
    assertFalse(refused.body().contains("butane"));
  }

  @Test
  void aPageOfAnotherSiteCannotReachTheServerByItsOwnName() throws Exception {
    String answer = raw("GET /chikei/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.trr",
        "/etc/x",
        "a/b",
        "a\\b",
        ".hidden",
        "con",
        "NUL.txt",
        "a\u0000b",
        "x\n",
        "",
        "-rf",
        "a;rm -rf x",
        "x.",
        "\u202etrr.exe"
      })
  void aHostileNameIsRefused(String name) throws Exception {
    HttpResponse<String> refused =
        send(
            request("api/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .PUT(BodyPublishers.ofString("x")));
    assertEquals(400, refused.statusCode(), refused.body());
    assertNoParts();
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws Exception {
    HttpResponse<String> refused =
        send(request("api/files?name=butane.pdb").PUT(BodyPublishers.ofString("x")));
    assertEquals(409, refused.statusCode());
    assertEquals(
        Files.size(Repository.data("butane.pdb")), Files.size(folder.resolve("butane.pdb")));
  }

  @Test
  void anUploadOverTheLimitIsRefusedBeforeItIsRead() throws Exception {
    String answer =
        raw(
            "PUT /chikei/api/files?name=large.trr HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + server.token()
                + "\r\nContent-Length: "
                + (1L << 30)
                + "\r\nExpect: 100-continue\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    assertTrue(answer.contains("larger than the 1 MiB that may be uploaded"), answer);
    assertFalse(Files.exists(folder.resolve("large.trr")));
    assertNoParts();
  }

  /** Sends a request as it is written, and reads until the server closes. */
  private static String raw(String request) throws IOException {
    URI address = URI.create(server.page());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anUploadThatDoesNotSayItsSizeIsCutAtTheLimit() throws Exception {
    int status = 413;
    try {
      status =
          send(request("api/files?name=endless.trr")
                  .PUT(BodyPublishers.ofInputStream(() -> new Zeros(64L << 20))))
              .statusCode();
    } catch (IOException closed) {
      // the server closes while the client still sends
    }
    assertEquals(413, status);
    assertFalse(Files.exists(folder.resolve("endless.trr")));
    assertNoParts();
  }

  private static void assertNoParts() throws Exception {
    for (int k = 0; k < 100; k++) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.noneMatch(file -> file.getFileName().toString().endsWith(".part"))) {
          return;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("parts of an upload are left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "../../../etc/passwd", "link.pdb", "temporary/../../../etc/passwd"})
  void aJobReadsNothingOutsideTheFolder(String file) throws Exception {
    Path link = folder.resolve("link.pdb");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, Path.of("/etc/passwd"));
    }
    String job = JOB.replace("butane.pdb", file);
    HttpResponse<String> refused = post("api/check", job);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("lies outside the folder"), refused.body());
    assertEquals(
        404,
        send(request("api/structure?file=" + URLEncoder.encode(file, StandardCharsets.UTF_8)))
            .statusCode());
  }

  @Test
  void aJobThatIsWrongSaysWhere() throws Exception {
    HttpResponse<String> refused = post("api/check", JOB.replace("comparison", "comparsion"));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("\"line\":6"), refused.body());
    assertTrue(refused.body().contains("did you mean 'comparison'?"), refused.body());
  }

  @Test
  void whatIsNotThereIsSaidInOneSentence() throws Exception {
    assertEquals(404, send(request("api/unheard-of")).statusCode());
    assertEquals(404, send(request("page.java")).statusCode());
    assertEquals(405, send(request("index.html").DELETE()).statusCode());
    assertEquals(400, send(request("api/structure")).statusCode());
  }

  /** Many zeros, never all in memory. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long count) {
      left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) {
      int n = (int) Math.min(count, left);
      left -= n;
      return n == 0 ? -1 : n;
    }
  }
}
