package org.chikei.api.parameter;

import java.util.Optional;

/**
 * One key that a job may give to a coordinate, a step or a model.
 *
 * @param name the key, in lower case with hyphens
 * @param type what values it takes
 * @param required whether a job must give it
 * @param defaultValue what holds when it is absent, as a Java value of the type ({@code Double},
 *     {@code Long}, {@code Boolean}, {@code String}, {@code List}); empty when nothing does
 * @param unit the unit, empty where there is none; {@code "CV"} stands for the unit of the
 *     coordinate
 * @param summary one sentence
 */
public record ParameterDeclaration(
    String name,
    ParameterType type,
    boolean required,
    Optional<Object> defaultValue,
    String unit,
    String summary) {

  /**
   * A key that a job must give.
   *
   * @param name the key
   * @param type what values it takes
   * @param unit the unit, or empty
   * @param summary one sentence
   * @return the declaration
   */
  public static ParameterDeclaration required(
      String name, ParameterType type, String unit, String summary) {
    return new ParameterDeclaration(name, type, true, Optional.empty(), unit, summary);
  }

  /**
   * A key that a job may leave out, with what holds then.
   *
   * @param name the key
   * @param type what values it takes
   * @param defaultValue what holds when it is absent
   * @param unit the unit, or empty
   * @param summary one sentence
   * @return the declaration
   */
  public static ParameterDeclaration optional(
      String name, ParameterType type, Object defaultValue, String unit, String summary) {
    return new ParameterDeclaration(name, type, false, Optional.of(defaultValue), unit, summary);
  }

  /**
   * A key that a job may leave out and that has no default value; the summary says what happens
   * then.
   *
   * @param name the key
   * @param type what values it takes
   * @param unit the unit, or empty
   * @param summary one sentence
   * @return the declaration
   */
  public static ParameterDeclaration optional(
      String name, ParameterType type, String unit, String summary) {
    return new ParameterDeclaration(name, type, false, Optional.empty(), unit, summary);
  }
}
