package org.chikei.api.series;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A file format that holds a table of numbers over time. Register an implementation as a service
 * with the properties of {@link org.chikei.api.ServiceProperties}; {@code chikei.type} is the
 * format's short name, such as {@code COLVAR}.
 */
@ConsumerType
public interface SeriesFormat {

  /**
   * Whether a file is of this format, told by its content and, only where the content cannot tell,
   * by its name.
   *
   * @param head the first bytes of the file, up to 64 KiB, decompressed where the file is
   *     compressed
   * @param fileName the file's name without its folder
   * @return how sure this format is: 0 for not at all, 1 for the name alone, 2 for the content, 3
   *     for a signature that no other format has
   */
  int recognises(byte[] head, String fileName);

  /**
   * Opens a file and reads enough of it to know its columns.
   *
   * @param file the file
   * @param options what the job says of it
   * @return the series, before its first row
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} with
   *     file and place if its content is at fault
   */
  Series open(Path file, SeriesOptions options) throws IOException;
}
