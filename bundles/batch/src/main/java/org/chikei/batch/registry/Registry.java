package org.chikei.batch.registry;

import java.util.List;

/** Where providers are found. */
public interface Registry {

  /**
   * The providers of a kind, now. Where several have the same type, the one of the highest service
   * ranking wins, and among equals the one that came first.
   *
   * @param kind the service's interface
   * @param <T> the kind
   * @return the providers in the order of their types, none of a type twice
   */
  <T> List<Provider<T>> providers(Class<T> kind);

  /**
   * Takes a service into use.
   *
   * @param provider a provider of this registry
   * @param <T> the kind
   * @return the service, or null where it has left
   */
  <T> T borrow(Provider<T> provider);

  /**
   * Gives a service back.
   *
   * @param provider a provider that was borrowed
   */
  void giveBack(Provider<?> provider);
}
