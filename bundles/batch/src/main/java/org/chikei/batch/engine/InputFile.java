package org.chikei.batch.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;

/**
 * A trajectory file of a job, with the format that reads it.
 *
 * @param written what the job calls it
 * @param path where it is
 * @param formatName the format's short name
 * @param format what opens it
 * @param options what the job says of it
 */
public record InputFile(
    String written,
    Path path,
    String formatName,
    TrajectoryFormat format,
    TrajectoryOptions options)
    implements SourcePart {

  @Override
  public String description() throws IOException {
    return FileSize.describe(written, formatName, path);
  }

  @Override
  public Trajectory open() throws IOException {
    Trajectory trajectory = format.open(path, options);
    if (trajectory.atoms() == options.atoms()) {
      return trajectory;
    }
    try (trajectory) {
      throw new InputException(
          path,
          "has "
              + trajectory.atoms()
              + " atoms, but the structure has "
              + options.atoms()
              + "; they are of different systems");
    }
  }
}
