package org.chikei.host.embedded;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.chikei.host.launcher.NestedJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A framework that runs with the bundles of the executable jar, and runs commands.
 *
 * <p>A command is run by the service {@link ToIntFunction} with the property {@value
 * #COMMAND_LINE}: it is given the command line as an array of strings and answers with the exit
 * status. Types of the JDK alone cross the border between the launcher and the bundles.
 */
public final class EmbeddedFramework implements ToIntFunction<String[]>, AutoCloseable {

  /** The property that the service which runs the commands is registered with, set to true. */
  public static final String COMMAND_LINE = "chikei.command.line";

  private static final int USAGE = 2;
  private static final long MILLISECONDS_TO_REGISTER = 10_000;
  private static final long MILLISECONDS_TO_STOP = 5_000;

  private final Framework framework;
  private final boolean lasting;
  private volatile BundleWatch watch;

  /**
   * Starts a framework with the bundles of the jar that a command needs.
   *
   * @param jar the executable jar
   * @param storage an empty folder for what the framework writes
   * @param arguments the command line
   * @throws IOException if the jar is damaged
   * @throws BundleException if the framework or a bundle cannot be started
   */
  public EmbeddedFramework(NestedJar jar, Path storage, String[] arguments)
      throws IOException, BundleException {
    NestedBundles nested = new NestedBundles(jar, command(arguments));
    lasting = nested.hasOwn();
    framework = new FrameworkFactory().newFramework(configuration(storage), nested);
    try {
      framework.start();
      BundleContext context = framework.getBundleContext();
      List<Bundle> installed = new ArrayList<>();
      for (String location : nested.locations()) {
        installed.add(context.installBundle(location));
      }
      // all at once takes less time than one after the other
      framework.adapt(FrameworkWiring.class).resolveBundles(installed);
      for (Bundle bundle : installed) {
        bundle.start();
      }
    } catch (BundleException | RuntimeException fault) {
      close();
      throw fault;
    }
  }

  private static String command(String[] arguments) {
    return Stream.of(arguments).filter(word -> !word.startsWith("-")).findFirst().orElse("");
  }

  private static Map<String, String> configuration(Path storage) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    // The folder is new and of this process alone: no lock is needed.
    configuration.put("felix.cache.locking", "false");
    // No bundle speaks a URL protocol of its own.
    configuration.put("felix.service.urlhandlers", "false");
    // Some twenty bundles: further threads take longer to start than the work takes.
    configuration.put("felix.resolver.parallelism", "1");
    // Errors only.
    configuration.put("felix.log.level", "1");
    // Bundles see what they import, even when a class outside loads them.
    configuration.put("felix.bootdelegation.implicit", "false");
    // No server listens before it is told where.
    configuration.put("org.apache.felix.http.require.config", "true");
    // Gogo's own shell lends its commands (grep, each) and reads nothing itself.
    configuration.put("gosh.args", "--nointeractive");
    return configuration;
  }

  /**
   * Runs one command.
   *
   * @param arguments the command line
   * @return the exit status
   */
  @Override
  public int applyAsInt(String[] arguments) {
    BundleContext context = framework.getBundleContext();
    try {
      BundleFolders folders = new BundleFolders(arguments);
      Map<Path, Bundle> bundles = folders.start(context);
      if (lasting && !folders.isEmpty()) {
        watch = new BundleWatch(folders, context, bundles);
        watch.start();
      }
    } catch (IOException | BundleException | InvalidPathException refused) {
      System.err.println("chikei: " + refused.getMessage());
      return USAGE;
    }
    try {
      ServiceTracker<?, ToIntFunction<String[]>> tracker =
          new ServiceTracker<>(context, context.createFilter("(" + COMMAND_LINE + "=true)"), null);
      tracker.open();
      ToIntFunction<String[]> commandLine = tracker.waitForService(MILLISECONDS_TO_REGISTER);
      if (commandLine == null) {
        throw new IllegalStateException("no bundle brings the commands");
      }
      return commandLine.applyAsInt(arguments);
    } catch (InvalidSyntaxException impossible) {
      throw new AssertionError(impossible);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupt);
    }
  }

  /** Stops every bundle and then the framework, and waits until they have, but not for ever. */
  @Override
  public void close() throws BundleException {
    if (watch != null) {
      watch.interrupt();
    }
    framework.stop();
    try {
      framework.waitForStop(MILLISECONDS_TO_STOP);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}
