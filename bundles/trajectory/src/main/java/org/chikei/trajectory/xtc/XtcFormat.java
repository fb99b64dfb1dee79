package org.chikei.trajectory.xtc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.osgi.service.component.annotations.Component;

/** GROMACS XTC files. */
@Component(
    property = {
      ServiceProperties.TYPE + "=XTC",
      ServiceProperties.SUMMARY + "=GROMACS XTC: packed positions, as a rule to 0.001 nm"
    })
public final class XtcFormat implements TrajectoryFormat {

  /** Called by the component runtime. */
  public XtcFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    boolean magic = head.length >= 4 && XtcHeader.isMagic(bytes.getInt(0));
    if (magic && head.length >= XtcHeader.PLAIN_POSITIONS) {
      int atoms = XtcHeader.atoms(bytes, 0);
      return atoms > 0 && atoms == bytes.getInt(XtcHeader.ATOMS_AGAIN) ? 3 : 2;
    }
    if (magic) {
      return 2;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".xtc") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return XtcTrajectory.open(file, options);
  }
}
