package org.chikei.batch.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.chikei.api.ServiceProperties;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The service registry of the framework. Finding a provider loads none of its classes. */
public final class OsgiRegistry implements Registry {
  private final BundleContext context;

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
    TreeMap<String, Provider<T>> byType = new TreeMap<>();
    for (ServiceReference<T> reference : references) {
      Bundle bundle = reference.getBundle();
      if (bundle != null) {
        Provider<T> provider =
            new Referenced<>(
                reference,
                text(reference, ServiceProperties.TYPE),
                text(reference, ServiceProperties.SUMMARY),
                bundle.getSymbolicName() + " " + bundle.getVersion());
        byType.putIfAbsent(provider.type(), provider);
      }
    }
    return List.copyOf(byType.values());
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
      ServiceReference<T> reference, String type, String summary, String bundle)
      implements Provider<T> {

    @Override
    public boolean gone() {
      return reference.getBundle() == null;
    }
  }
}
