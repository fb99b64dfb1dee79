package org.chikei.batch.registry;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.chikei.api.ServiceProperties;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The service registry of the framework. Finding a provider loads none of its classes. */
public final class OsgiRegistry implements Registry {
  private final BundleContext context;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /**
   * Looks at the framework through a bundle.
   *
   * @param context the bundle's context
   */
  public OsgiRegistry(BundleContext context) {
    this.context = context;
  }

  @Override
  public <T> List<Provider<T>> providers(Class<T> kind) {
    List<ServiceReference<T>> references;
    try {
      references = new ArrayList<>(context.getServiceReferences(kind, null));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
    references.sort(Collections.reverseOrder());
    TreeMap<String, Referenced<T>> byType = new TreeMap<>();
    for (ServiceReference<T> reference : references) {
      Bundle bundle = reference.getBundle();
      if (bundle == null) {
        continue;
      }
      String type = text(reference, ServiceProperties.TYPE);
      String from = bundle.getSymbolicName() + " " + bundle.getVersion();
      Referenced<T> first = byType.get(type);
      if (first == null) {
        String summary = text(reference, ServiceProperties.SUMMARY);
        byType.put(type, new Referenced<>(reference, type, summary, from, new ArrayList<>()));
      } else {
        first.unused.add(from);
        say(
            "the "
                + kind.getSimpleName()
                + (type.isEmpty() ? "" : " '" + type + "'")
                + " of "
                + from
                + " is not used: "
                + first.bundle
                + " brings one of the same type");
      }
    }
    return List.copyOf(byType.values());
  }

  /** Logs a sentence once. */
  private void say(String sentence) {
    if (said.add(sentence)) {
      System.getLogger("org.chikei.batch").log(Level.WARNING, sentence);
    }
  }

  private static String text(ServiceReference<?> reference, String property) {
    return reference.getProperty(property) instanceof String text ? text : "";
  }

  @Override
  public <T> T borrow(Provider<T> provider) {
    return context.getService(((Referenced<T>) provider).reference);
  }

  @Override
  public void giveBack(Provider<?> provider) {
    try {
      context.ungetService(((Referenced<?>) provider).reference);
    } catch (IllegalStateException e) {
      // the batch bundle is stopping: the framework has taken its services back already
      return;
    }
  }

  private record Referenced<T>(
      ServiceReference<T> reference,
      String type,
      String summary,
      String bundle,
      List<String> unused)
      implements Provider<T> {

    @Override
    public boolean gone() {
      return reference.getBundle() == null;
    }
  }
}
