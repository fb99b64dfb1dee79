package org.chikei.api.structure;

/**
 * A selection that matches nothing, too much, or cannot be read; the message says what was found.
 */
public class SelectionException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what was wrong and what there is instead
   */
  public SelectionException(String message) {
    super(message);
  }
}
