package org.chikei.api.job;

/**
 * What the queue tells Event Admin of its jobs, where the framework has one. Events are sent
 * asynchronously, and all properties are primitives or strings, so that whoever handles them needs
 * no class of this project.
 *
 * <p>Each job that begins sends {@link #STARTED}, then {@link #PROGRESS} at most once a second, and
 * at its end one of {@link #FINISHED}, {@link #FAILED} and {@link #CANCELLED}. A job that is
 * cancelled while it waits sends only the latter.
 */
public final class JobEvents {

  /** A job has begun. */
  public static final String STARTED = "org/chikei/job/STARTED";

  /** A job has read more of its input. */
  public static final String PROGRESS = "org/chikei/job/PROGRESS";

  /** A job has written its results; steps of it may have failed, which the message tells. */
  public static final String FINISHED = "org/chikei/job/FINISHED";

  /** A job has ended without results, for which the message is the reason. */
  public static final String FAILED = "org/chikei/job/FAILED";

  /** A job was cancelled, before or after it began. */
  public static final String CANCELLED = "org/chikei/job/CANCELLED";

  /** All topics, as a handler subscribes to them. */
  public static final String ALL = "org/chikei/job/*";

  /** A property: the job's id in the queue, a string. */
  public static final String ID = "id";

  /** A property: the job's title once it has finished, before that its file's name; a string. */
  public static final String TITLE = "title";

  /** A property: the name of the {@link JobState} in small letters, a string. */
  public static final String STATE = "state";

  /** A property: how much of the input has been read, from 0 to 1, NaN if unknown; a double. */
  public static final String FRACTION = "fraction";

  /** A property: one line about the end, empty before that; a string. */
  public static final String MESSAGE = "message";

  private JobEvents() {}
}
