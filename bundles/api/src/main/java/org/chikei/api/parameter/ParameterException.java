package org.chikei.api.parameter;

/**
 * A combination of parameters that the declaration cannot rule out but the provider cannot use,
 * such as as many coefficients as there are coordinates. The job that gave them is refused with the
 * key's line and column.
 */
public class ParameterException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The key at fault. */
  private final String parameter;

  /**
   * Makes an exception about a key.
   *
   * @param parameter the key at fault
   * @param message what is wrong and what is accepted, without the key's place in the file
   */
  public ParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /**
   * The key at fault.
   *
   * @return its name
   */
  public String parameter() {
    return parameter;
  }
}
