package org.chikei.batch.registry;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.model.ModelProvider;

/**
 * A snapshot of what is installed, from which services are borrowed as they are needed and all
 * given back together. Used by one thread at a time.
 */
public final class Loan implements AutoCloseable {
  private final Registry registry;
  private final Map<Class<?>, List<? extends Provider<?>>> found = new HashMap<>();
  private final Map<Provider<?>, Object> borrowed = new IdentityHashMap<>();
  private final Map<Provider<?>, String> faults = new IdentityHashMap<>();

  /**
   * Makes a loan with nothing borrowed.
   *
   * @param registry where from
   */
  public Loan(Registry registry) {
    this.registry = registry;
  }

  /**
   * The providers of a kind, as they were when first asked for.
   *
   * @param kind the service's interface
   * @param <T> the kind
   * @return the providers in the order of their types
   */
  @SuppressWarnings("unchecked") // the list under a class holds providers of that class
  public <T> List<Provider<T>> providers(Class<T> kind) {
    return (List<Provider<T>>) found.computeIfAbsent(kind, registry::providers);
  }

  /**
   * The types of a kind that are installed.
   *
   * @param kind the service's interface
   * @return the types, ascending
   */
  public List<String> types(Class<?> kind) {
    return providers(kind).stream().map(Provider::type).toList();
  }

  /**
   * The provider of a type.
   *
   * @param kind the service's interface
   * @param type the name in a job
   * @param <T> the kind
   * @return the provider, empty if there is none
   */
  public <T> Optional<Provider<T>> provider(Class<T> kind, String type) {
    return providers(kind).stream().filter(p -> p.type().equals(type)).findFirst();
  }

  /**
   * Takes a service into use until the loan is closed.
   *
   * @param provider one of {@link #providers}
   * @param <T> the kind
   * @return the service, empty if it has left or cannot be used
   */
  @SuppressWarnings("unchecked") // what is kept under a provider is its own service
  public <T> Optional<T> borrow(Provider<T> provider) {
    if (faults.containsKey(provider)) {
      return Optional.empty();
    }
    Object service = borrowed.get(provider);
    if (service == null) {
      service = registry.borrow(provider);
      if (service == null) {
        faults.put(provider, "it left, or could not be made; the framework's log says more");
        return Optional.empty();
      }
      borrowed.put(provider, service);
      String fault = fault(service);
      if (fault != null) {
        faults.put(provider, fault);
        return Optional.empty();
      }
    }
    return Optional.of((T) service);
  }

  /** Why a service is of no use: one that cannot say what it takes cannot be given anything. */
  private static String fault(Object service) {
    try {
      if (service instanceof CollectiveVariableProvider provider) {
        provider.declaration();
      } else if (service instanceof AnalysisStep step) {
        step.declaration();
      } else if (service instanceof ModelProvider model) {
        model.declaration();
      }
      return null;
    } catch (RuntimeException | LinkageError e) {
      return e.getClass().getSimpleName() + " (" + e.getMessage() + ")";
    }
  }

  /**
   * Why a type that is installed could not be borrowed.
   *
   * @param kind the service's interface
   * @param type the name in a job
   * @return a sentence that names the bundle; empty if nothing is wrong with it
   */
  public Optional<String> fault(Class<?> kind, String type) {
    return provider(kind, type)
        .filter(faults::containsKey)
        .map(
            p ->
                "'" + type + "' of the bundle " + p.bundle() + " cannot be used: " + faults.get(p));
  }

  /**
   * Takes the service of a type into use until the loan is closed.
   *
   * @param kind the service's interface
   * @param type the name in a job
   * @param <T> the kind
   * @return the service, empty if there is none
   */
  public <T> Optional<T> borrow(Class<T> kind, String type) {
    return provider(kind, type).flatMap(this::borrow);
  }

  @Override
  public void close() {
    borrowed.keySet().forEach(registry::giveBack);
    borrowed.clear();
  }
}
