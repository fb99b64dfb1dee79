package org.chikei.trajectory.trr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** GROMACS TRR files. */
@Component(
    property = {
      ServiceProperties.TYPE + "=TRR",
      ServiceProperties.SUMMARY + "=GROMACS TRR: positions, velocities and forces in full precision"
    })
public final class TrrFormat implements TrajectoryFormat {

  /** Called by the component runtime. */
  public TrrFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    byte[] signature = TrrLayout.SIGNATURE;
    if (head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length)) {
      return 3;
    }
    if (head.length >= 4 && ByteBuffer.wrap(head).getInt() == ByteBuffer.wrap(signature).getInt()) {
      return 2;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".trr") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return TrrTrajectory.open(file, options);
  }
}
