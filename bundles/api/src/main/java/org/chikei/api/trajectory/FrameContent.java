package org.chikei.api.trajectory;

/** What a frame can carry beside its positions. */
public enum FrameContent {
  /** A time. */
  TIME,
  /** A periodic box. */
  BOX,
  /** Velocities. */
  VELOCITIES,
  /** Forces. */
  FORCES
}
