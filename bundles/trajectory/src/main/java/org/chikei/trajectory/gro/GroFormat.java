package org.chikei.trajectory.gro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** GROMACS GRO files of many frames. */
@Component(
    property = {
      ServiceProperties.TYPE + "=GRO",
      ServiceProperties.SUMMARY + "=GROMACS GRO: positions and velocities in columns of text"
    })
public final class GroFormat implements TrajectoryFormat {
  private static final Pattern FIRST_ATOM =
      Pattern.compile(
          "[^\\n]*\\n[ \\t]*[0-9]+[ \\t]*\\r?\\n"
              + "[ 0-9]{4}[0-9][^\\n\\r]{10}[ 0-9*]{5}([ 0-9-]+\\.[0-9]+){3}");

  /** Called by the component runtime. */
  public GroFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (FIRST_ATOM.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt()) {
      return 3;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".gro") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return GroTrajectory.open(file, options);
  }
}
