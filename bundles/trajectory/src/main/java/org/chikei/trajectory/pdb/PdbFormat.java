package org.chikei.trajectory.pdb;

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

/** PDB files of many models. */
@Component(
    property = {
      ServiceProperties.TYPE + "=PDB",
      ServiceProperties.SUMMARY + "=multi-model PDB: positions in Å to three places"
    })
public final class PdbFormat implements TrajectoryFormat {
  private static final Pattern ATOM_RECORD =
      Pattern.compile("(?m)^(ATOM  |HETATM|ATOM [0-9]).{24}.{7}[0-9 ].{7}[0-9 ].{7}[0-9]");
  private static final Pattern FIRST_RECORD =
      Pattern.compile("(HEADER|TITLE |REMARK|CRYST1|COMPND|SEQRES|MODEL |EXPDTA)");

  /** Called by the component runtime. */
  public PdbFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (ATOM_RECORD.matcher(text).find()) {
      return 3;
    }
    if (FIRST_RECORD.matcher(text.stripLeading()).lookingAt()) {
      return 2;
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".pdb") || name.endsWith(".ent") ? 1 : 0;
  }

  @Override
  public Trajectory open(Path file, TrajectoryOptions options) throws IOException {
    return PdbTrajectory.open(file, options);
  }
}
