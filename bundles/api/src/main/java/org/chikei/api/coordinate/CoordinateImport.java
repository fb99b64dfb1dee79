package org.chikei.api.coordinate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads coordinates out of the input of another program. Register it as a service with the
 * properties of {@link org.chikei.api.ServiceProperties}; {@code chikei.type} is the key that a job
 * writes: {@code coordinates: {plumed: plumed.dat}} for the type {@code plumed}. What it gives is
 * validated and made as if the job had listed it. Thread-safe.
 */
@ConsumerType
public interface CoordinateImport {

  /**
   * Reads a file. No structure is at hand: atoms that need one are given as {@link
   * PointSelection}s.
   *
   * @param file the file
   * @return what it holds
   * @throws IOException if it cannot be read; an {@link org.chikei.api.InputException} with file
   *     and line if its syntax is at fault
   */
  ImportedCoordinates read(Path file) throws IOException;

  /**
   * How the other program's input asks for a coordinate of a type.
   *
   * @param type a coordinate type
   * @return lines of such an input, comments among them; none where it has no counterpart
   */
  default List<String> counterpart(String type) {
    return List.of();
  }
}
