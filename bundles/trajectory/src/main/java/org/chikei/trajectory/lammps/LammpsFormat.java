package org.chikei.trajectory.lammps;

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

/** LAMMPS text dumps. */
@Component(
    property = {
      ServiceProperties.TYPE + "=LAMMPS",
      ServiceProperties.SUMMARY
          + "=LAMMPS dump: columns of positions, velocities, forces, in the units of the job"
    })
public final class LammpsFormat implements TrajectoryFormat {
  private static final Pattern FIRST_ITEM =
      Pattern.compile("\\s*ITEM: (UNITS|TIME|TIMESTEP|NUMBER OF ATOMS|BOX BOUNDS|ATOMS)\\b");

  /** Called by the component runtime. */
  public LammpsFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (FIRST_ITEM.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt()) {
      return 3;
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".lammpstrj") || name.endsWith(".dump") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return DumpTrajectory.open(file, options);
  }
}
