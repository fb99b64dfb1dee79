package org.chikei.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What can stand for a parameter of a command, for consoles that complete it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Completed {
  /** Words of one sort. */
  enum By {
    /** Files that can be jobs, and folders that lead to them. */
    JOB_FILES,
    /** Folders. */
    FOLDERS,
    /** Kinds of what is installed. */
    KINDS,
    /** Types that can be described. */
    TYPES,
    /** Ids of jobs. */
    JOBS,
    /** Ids of jobs that are not over. */
    JOBS_NOT_OVER
  }

  /** Which. */
  By value();
}
