package org.chikei.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/**
 * Who may ask. A request must call this server by a name it has, so that a page of another site
 * cannot reach it by a name of its own that leads here; it must come from this machine unless the
 * names say that others are welcome; and what it asks of the programming interface it must ask with
 * the token.
 */
final class Access {
  private static final List<String> OWN = List.of("127.0.0.1", "localhost", "[::1]");
  private static final String SCHEME = "Bearer ";

  private final List<String> hosts;
  private final byte[] token;

  Access(String[] hosts, String token) {
    this.hosts = List.of(hosts).stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.token = token.getBytes(StandardCharsets.UTF_8);
    if (token.isBlank()) {
      throw new IllegalArgumentException("the page's configuration must give a token");
    }
  }

  /** Lets a request to the page pass, or refuses it. */
  void admit(HttpServletRequest request) throws Refusal {
    if (!hosts.contains(name(request.getHeader("Host")))) {
      throw new Refusal(421, "this server is not called so; use its own address");
    }
    if (OWN.containsAll(hosts) && !local(request.getRemoteAddr())) {
      throw new Refusal(403, "this page serves its own machine alone");
    }
  }

  /** Lets a request to the programming interface pass, or refuses it. */
  void authorise(HttpServletRequest request) throws Refusal {
    String given = request.getHeader("Authorization");
    if (given == null
        || !given.startsWith(SCHEME)
        || !MessageDigest.isEqual(
            token, given.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(
          401, "the token is missing or wrong; open the address that 'chikei serve' printed");
    }
  }

  private static String name(String host) {
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }

  private static boolean local(String address) {
    try {
      // an address and no name: nothing is looked up
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
