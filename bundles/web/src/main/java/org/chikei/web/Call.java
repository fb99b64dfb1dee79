package org.chikei.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request to the programming interface.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param path what follows {@code api/}, at its slashes
 * @param request the rest
 */
record Call(String method, List<String> path, HttpServletRequest request) {
  private static final int LONGEST_TEXT = 4 << 20;

  static Call of(HttpServletRequest request, String path) {
    return new Call(request.getMethod(), List.of(path.split("/")), request);
  }

  /** Whether this is what the words say, where {@code *} stands for anything. */
  boolean is(String expected, String... words) {
    if (!method.equals(expected) || path.size() != words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!words[i].equals("*") && !words[i].equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A parameter of the address. */
  String query(String name) throws Refusal {
    String value = request.getParameter(name);
    if (value == null || value.isEmpty()) {
      throw new Refusal(400, "the address lacks '?" + name + "=…'");
    }
    return value;
  }

  /** The body as text. */
  String text() throws IOException, Refusal {
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
      if (bytes.length > LONGEST_TEXT) {
        throw new Refusal(413, "a job's text may have 4 MiB at most");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
