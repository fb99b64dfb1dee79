package org.chikei.trajectory.xyz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** Plain XYZ files. */
@Component(
    property = {
      ServiceProperties.TYPE + "=XYZ",
      ServiceProperties.SUMMARY + "=XYZ: elements and positions, in Å"
    })
public final class XyzFormat implements TrajectoryFormat {

  /** Called by the component runtime. */
  public XyzFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (XyzHead.of(head) == XyzHead.PLAIN) {
      return 2;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".xyz") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return XyzTrajectory.open(file, options);
  }
}
