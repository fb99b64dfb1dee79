package org.chikei.coordinates.plumed;

/** An action, or a part of it, that has no counterpart; the message says which and why. */
final class UnreadException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadException(String message) {
    super(message);
  }
}
