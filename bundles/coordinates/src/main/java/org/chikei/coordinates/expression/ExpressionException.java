package org.chikei.coordinates.expression;

/** An expression that cannot be read; the message says where and what is accepted. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param position where, counted in characters from 0
   * @param message what is wrong there
   */
  ExpressionException(int position, String message) {
    super("character " + (position + 1) + ": " + message);
  }
}
