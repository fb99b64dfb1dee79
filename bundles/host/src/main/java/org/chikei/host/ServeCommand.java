package org.chikei.host;

import java.io.IOException;
import java.math.BigInteger;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code serve}: the workbench page, for this machine alone unless told otherwise, until it is
 * interrupted.
 */
final class ServeCommand implements Command {
  private static final String LOCAL = "127.0.0.1";
  private static final String SERVER = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
  private static final String SERVLET = "jakarta.servlet.Servlet";
  private static final String PAGE = "/chikei/";
  private static final int DEFAULT_PORT = 8380;
  private static final int TOKEN_BITS = 160;
  private static final int SECONDS_TO_START = 20;

  private final BundleContext context;

  ServeCommand(BundleContext context) {
    this.context = context;
  }

  @Override
  public CommandSpec specification() {
    CommandSpec serve =
        CommandSpec.create()
            .addOption(
                OptionSpec.builder("--port")
                    .paramLabel("P")
                    .type(int.class)
                    .description("The port; " + DEFAULT_PORT + " if absent, any free one if 0.")
                    .build())
            .addOption(
                OptionSpec.builder("--folder")
                    .paramLabel("DIR")
                    .type(Path.class)
                    .description(
                        "The only folder that the page and its jobs read and write; the working"
                            + " directory if absent.")
                    .build())
            .addOption(
                OptionSpec.builder("--host")
                    .paramLabel("NAME")
                    .type(String.class)
                    .description(
                        "Serves other machines, too, which call this one by that name or address."
                            + " There is no encryption.")
                    .build())
            .addOption(
                OptionSpec.builder("--upload-limit")
                    .paramLabel("MIB")
                    .type(long.class)
                    .description("The largest upload; 512 if absent.")
                    .build());
    serve
        .usageMessage()
        .description(
            "Serves the workbench page until it is interrupted. The address that it prints holds the"
                + " token; CHIKEI_TOKEN in the environment sets it.");
    return serve;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    int port = parsed.matchedOptionValue("--port", DEFAULT_PORT);
    Path folder = parsed.matchedOptionValue("--folder", Path.of(""));
    String host = parsed.matchedOptionValue("--host", LOCAL);
    long limit = parsed.matchedOptionValue("--upload-limit", 512L);
    String address = host.equals(LOCAL) ? LOCAL : "0.0.0.0";
    String refusal = refusal(port, address, folder, limit);
    if (!refusal.isEmpty()) {
      System.err.println("chikei: " + refusal);
      return ExitStatus.USAGE;
    }
    String token = token();
    try {
      configure(
          "org.apache.felix.http",
          Map.of(
              "org.osgi.service.http.port",
              String.valueOf(port),
              "org.apache.felix.http.host",
              address));
      Object listening = await(SERVER, "(osgi.http.endpoint=*)").getProperty("osgi.http.endpoint");
      int actual = port(listening, port);
      configure(
          "org.chikei.web",
          Map.of(
              "folder",
              folder.toAbsolutePath().toString(),
              "token",
              token,
              "hosts",
              new String[] {LOCAL, "localhost", "[::1]", host},
              "upload.limit",
              limit));
      await(SERVLET, "(component.name=org.chikei.web*)");
      System.out.println(
          "Chikei workbench: http://" + host + ":" + actual + PAGE + "#token=" + token);
      System.out.println(
          "It works in " + folder.toAbsolutePath().normalize() + "; Ctrl-C ends it.");
      System.out.flush();
      new CountDownLatch(1).await();
      return ExitStatus.DONE;
    } catch (InterruptedException ended) {
      return ExitStatus.INTERRUPTED;
    } catch (InvalidSyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String refusal(int port, String address, Path folder, long limit)
      throws IOException {
    if (port < 0 || port > 65_535) {
      return "--port " + port + ": a port is a number from 0 to 65535";
    }
    if (taken(port, address)) {
      return "--port " + port + ": it is taken; --port 0 takes any free one";
    }
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      return "--folder " + folder + ": there is no such folder";
    }
    return limit < 1 ? "--upload-limit " + limit + ": at least 1 MiB is needed" : "";
  }

  private static boolean taken(int port, String address) throws IOException {
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(address, port));
      return false;
    } catch (BindException taken) {
      return true;
    }
  }

  private static String token() {
    String given = System.getenv("CHIKEI_TOKEN");
    return given == null || given.isBlank()
        ? new BigInteger(TOKEN_BITS, new SecureRandom()).toString(36)
        : given.strip();
  }

  private void configure(String pid, Map<String, Object> values) throws IOException {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    if (reference == null) {
      throw new IOException("'serve' needs Config Admin, which is not installed here");
    }
    Dictionary<String, Object> properties = new Hashtable<>(values);
    context.getService(reference).getConfiguration(pid, null).update(properties);
    context.ungetService(reference);
  }

  /** Waits until a service is there, and its properties say what they must. */
  private ServiceReference<?> await(String service, String filter)
      throws InterruptedException, IOException, InvalidSyntaxException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    String wanted = "(&(" + Constants.OBJECTCLASS + "=" + service + ")" + filter + ")";
    while (System.nanoTime() < end) {
      ServiceReference<?>[] found = context.getAllServiceReferences(null, wanted);
      if (found != null) {
        return found[0];
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IOException("the page did not start within " + SECONDS_TO_START + " s");
  }

  private static int port(Object endpoints, int asked) {
    if (endpoints instanceof String[] addresses) {
      for (String address : addresses) {
        int port = URI.create(address).getPort();
        if (port > 0) {
          return port;
        }
      }
    }
    return asked;
  }
}
