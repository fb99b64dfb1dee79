package org.chikei.api.job;

/**
 * One thing that is wrong with a job.
 *
 * @param file the job file, or {@code --set} for an override
 * @param line from 1; 0 where there is no place
 * @param column from 1; 0 where there is no place
 * @param message which key, what is wrong with it, and what is accepted
 */
public record Problem(String file, int line, int column, String message) {

  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line + (column > 0 ? ":" + column : "") : file;
    return place + ": " + message;
  }
}
