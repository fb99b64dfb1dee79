package org.chikei.trajectory.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.InputException;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** HDF5 files of two conventions: H5MD and MDTraj's. */
@Component(
    property = {
      ServiceProperties.TYPE + "=HDF5",
      ServiceProperties.SUMMARY
          + "=H5MD and MDTraj HDF5: positions, velocities, forces and box with their units"
    })
public final class Hdf5Format implements TrajectoryFormat {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** Called by the component runtime. */
  public Hdf5Format() {}

  /** The signature stands at the beginning or, after a block of the user's, at 512, 1024, … */
  @Override
  public int recognises(byte[] head, String fileName) {
    for (int at = 0; at + SIGNATURE.length <= head.length; at = at == 0 ? 512 : 2 * at) {
      if (isSignature(head, at)) {
        return 3;
      }
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".h5") || name.endsWith(".h5md") || name.endsWith(".hdf5") ? 1 : 0;
  }

  private static boolean isSignature(byte[] head, int at) {
    for (int k = 0; k < SIGNATURE.length; k++) {
      if (head[at + k] != SIGNATURE[k]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    try {
      return Hdf5Trajectory.open(file, options);
    } catch (NoClassDefFoundError e) {
      throw new InputException(
          file, "reading HDF5 files needs the bundle org.chikei.jhdf, which is not installed", e);
    }
  }
}
