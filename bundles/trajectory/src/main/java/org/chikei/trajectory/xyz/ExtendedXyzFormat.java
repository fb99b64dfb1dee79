package org.chikei.trajectory.xyz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** Extended XYZ files, as ASE and others write them. */
@Component(
    property = {
      ServiceProperties.TYPE + "=EXTXYZ",
      ServiceProperties.SUMMARY
          + "=extended XYZ: positions, velocities, forces and box as the columns say"
    })
public final class ExtendedXyzFormat implements TrajectoryFormat {

  /** Called by the component runtime. */
  public ExtendedXyzFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (XyzHead.of(head) == XyzHead.EXTENDED) {
      return 3;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".extxyz") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return XyzTrajectory.open(file, options);
  }
}
