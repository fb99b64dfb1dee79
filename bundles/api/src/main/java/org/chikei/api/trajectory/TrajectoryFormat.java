package org.chikei.api.trajectory;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A file format that holds a trajectory. Register an implementation as a service with the
 * properties of {@link org.chikei.api.ServiceProperties}; {@code chikei.type} is the format's short
 * name, such as {@code TRR}.
 */
@ConsumerType
public interface TrajectoryFormat {

  /**
   * Whether a file is of this format, told by its content and, only where the content cannot tell,
   * by its name.
   *
   * @param head the first bytes of the file's content, up to 64 KiB; of a compressed file, of what
   *     it unpacks to
   * @param fileName the file's name without its folder and, if it is compressed, without {@code
   *     .gz}
   * @return how sure this format is: 0 for not at all, 1 for the name alone, 2 for the content, 3
   *     for a signature that no other format has
   */
  int recognises(byte[] head, String fileName);

  /**
   * Opens a file and reads enough of it to know what it carries.
   *
   * @param file the file, which may be compressed: {@link org.chikei.api.file.FileContent} reads it
   *     as if it were not
   * @param options what the job says of it
   * @return the trajectory, before its first frame
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} with
   *     file and place if its content is at fault, such as a first frame that is cut
   */
  Trajectory open(Path file, TrajectoryOptions options) throws IOException;
}
