package org.chikei.api.job;

/**
 * Whether a long job keeps what it has collected, so that it can go on after an interruption, and
 * whether it goes on from what was kept.
 *
 * @param resume whether a job goes on from the checkpoint of an earlier run, if there is one
 * @param seconds how often a checkpoint is written at most; 0 for never
 */
public record Checkpoints(boolean resume, double seconds) {

  /** A job that begins at its beginning and keeps what it has every minute. */
  public static final Checkpoints USUAL = new Checkpoints(false, 60);
}
