package org.chikei.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The files of the page, which hold no secret. */
final class Assets {
  private static final String FOLDER = "/page/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private Assets() {}

  /**
   * Sends one.
   *
   * @param name its name
   */
  static void send(String name, HttpServletResponse response) throws IOException, Refusal {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || name.contains("/")) {
      throw Refusal.notFound("such page");
    }
    try (InputStream content = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (content == null) {
        throw Refusal.notFound("such page");
      }
      response.setContentType(type);
      response.setHeader("Cache-Control", "no-cache");
      response.setHeader(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
              + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'");
      content.transferTo(response.getOutputStream());
    }
  }
}
