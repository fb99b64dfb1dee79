package org.chikei.batch.job;

import java.nio.file.Path;
import org.chikei.batch.text.Place;

/**
 * A file or a glob as a person named it.
 *
 * @param written what stands in the job
 * @param folder the folder that it is relative to
 * @param path the key that holds it
 * @param place where it stands
 */
public record FileText(String written, JobFolder folder, String path, Place place) {

  /**
   * The file that it names.
   *
   * @return the path, relative to the job's folder
   */
  public Path file() {
    return folder.path().resolve(written);
  }

  @Override
  public String toString() {
    return written;
  }
}
