package org.chikei.trajectory.dcd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** DCD files of CHARMM, NAMD, X-PLOR and others. */
@Component(
    property = {
      ServiceProperties.TYPE + "=DCD",
      ServiceProperties.SUMMARY + "=CHARMM, NAMD and X-PLOR DCD: positions in single precision"
    })
public final class DcdFormat implements TrajectoryFormat {

  /** Called by the component runtime. */
  public DcdFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (DcdRecords.of(ByteBuffer.wrap(head)) != null) {
      return 3;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".dcd") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return DcdTrajectory.open(file, options);
  }
}
