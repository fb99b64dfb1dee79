package org.chikei.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.StructureFormat;
import org.osgi.service.component.annotations.Component;

/** The structure format of GROMACS, of which the first frame is read. */
@Component(
    property = {
      ServiceProperties.TYPE + "=GRO",
      ServiceProperties.SUMMARY + "=GROMACS structure: names, residues, positions, box"
    })
public final class GroFormat implements StructureFormat {
  private static final Pattern FIRST_ATOM =
      Pattern.compile(
          "[^\\n\\r]*\\R[ \\t]*\\d+[ \\t]*\\R"
              + "[ \\d]{4}\\d[^\\n\\r]{10}[ \\d*]{5}([ \\d-]+\\.\\d+){3}");

  /** Makes the format; it keeps nothing between files. */
  public GroFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (FIRST_ATOM.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt()) {
      return 3;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".gro") ? 1 : 0;
  }

  @Override
  public Structure read(Path file) throws IOException {
    try (TextLines lines = TextLines.open(file)) {
      return new GroReader(lines).read();
    }
  }
}
