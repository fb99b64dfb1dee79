package org.chikei.batch.queue;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator says of the queue; all of it has defaults. */
@ObjectClassDefinition(
    name = "Chikei jobs",
    description =
        "How many jobs run at once, how many wait and are remembered, and where they may lie.")
@interface QueueConfiguration {

  /** The name of the configuration. */
  String PID = "org.chikei.batch.queue";

  /**
   * How many jobs run at the same time.
   *
   * @return at least 1
   */
  @AttributeDefinition(name = "Jobs at once", description = "How many jobs run at the same time.")
  int jobs_at_once() default 1;

  /**
   * How many threads a job may use that asks for no number.
   *
   * @return 0 for all cores
   */
  @AttributeDefinition(
      name = "Threads",
      description = "How many threads a job uses that asks for no number; 0 for all cores.")
  int threads() default 0;

  /**
   * How many jobs may wait.
   *
   * @return at least 1
   */
  @AttributeDefinition(name = "Queue length", description = "How many jobs may wait at most.")
  int queue_length() default 200;

  /**
   * Where jobs may lie.
   *
   * @return the only folders that jobs read and write; none for whatever their user may
   */
  @AttributeDefinition(
      name = "Folders",
      description =
          "The folders that the files of jobs must lie in; a job reads and writes only in that which"
              + " it lies in. With none, jobs read and write what the user of this process may.")
  String[] folders() default {};

  /**
   * How many jobs are remembered once they are over.
   *
   * @return 0 for none
   */
  @AttributeDefinition(
      name = "History",
      description = "How many jobs are remembered once they are over; the oldest are forgotten.")
  int history() default 500;

  /**
   * How long a step of a job may take to finish.
   *
   * @return seconds, at least 1
   */
  @AttributeDefinition(
      name = "Step limit",
      description =
          "How many seconds a step may take to finish, and one call of a coordinate or a step for"
              + " some frames, before it is given up; the results of the others are written without"
              + " it.")
  int step_limit() default 3600;
}
