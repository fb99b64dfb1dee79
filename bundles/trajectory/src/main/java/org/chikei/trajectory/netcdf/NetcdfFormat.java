package org.chikei.trajectory.netcdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** AMBER NetCDF files. */
@Component(
    property = {
      ServiceProperties.TYPE + "=NETCDF",
      ServiceProperties.SUMMARY
          + "=AMBER NetCDF (classic): positions, velocities and forces, and restart files"
    })
public final class NetcdfFormat implements TrajectoryFormat {

  /** Called by the component runtime. */
  public NetcdfFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (NetcdfHeader.isClassic(head)) {
      String text = new String(head, StandardCharsets.ISO_8859_1);
      return text.contains("AMBER") || text.contains("coordinates") ? 3 : 2;
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".nc") || name.endsWith(".ncdf") || name.endsWith(".ncrst") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return NetcdfTrajectory.open(file, options);
  }
}
