package org.chikei.api.structure;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A file format that holds a structure. Register an implementation as a service with the properties
 * of {@link org.chikei.api.ServiceProperties}; {@code chikei.type} is the format's short name, such
 * as {@code PDB}.
 */
@ConsumerType
public interface StructureFormat {

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
   * Reads a structure. Masses are those of the elements' natural composition; where the file has no
   * bonds they are perceived from the distances.
   *
   * @param file the file, which may be compressed: {@link org.chikei.api.file.FileContent} reads it
   *     as if it were not
   * @return the structure; of several models or molecules the first model, and all its molecules
   * @throws IOException if the file cannot be read; an {@link org.chikei.api.InputException} with
   *     file and place if its content is at fault
   */
  Structure read(Path file) throws IOException;
}
