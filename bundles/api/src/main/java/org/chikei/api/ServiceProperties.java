package org.chikei.api;

/**
 * The service properties that every provider registers with, so that {@code list} can say what is
 * installed without loading a class of it.
 */
public final class ServiceProperties {

  /**
   * The type name: what a job writes after {@code type:} or {@code step:}; for a format, its short
   * name.
   */
  public static final String TYPE = "chikei.type";

  /** One line that says what the provider is. */
  public static final String SUMMARY = "chikei.summary";

  private ServiceProperties() {}
}
