package org.chikei.api;

import java.util.List;
import org.chikei.api.parameter.ParameterDeclaration;

/**
 * What a provider says of itself, once, as data. Validation, the JSON Schema, {@code describe},
 * forms and completion are all made from it.
 *
 * @param type the name a job uses, in lower case with hyphens: {@code linear-combination}
 * @param summary one line for a list
 * @param description a paragraph: what it is, when to use it, what to beware of; may be empty
 * @param formula the defining formula in plain text
 * @param reference where the formula comes from: an equation number or a citation; may be empty
 * @param example lines of YAML ready to paste into a job
 * @param parameters the keys that a job may give, in the order a person would write them
 */
public record Declaration(
    String type,
    String summary,
    String description,
    String formula,
    String reference,
    String example,
    List<ParameterDeclaration> parameters) {

  /** Copies the list, so that a declaration never changes. */
  public Declaration {
    parameters = List.copyOf(parameters);
  }
}
