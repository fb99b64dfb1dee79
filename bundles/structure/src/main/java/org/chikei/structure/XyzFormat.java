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

/** XYZ and extended XYZ, of which the first frame is read. */
@Component(
    property = {
      ServiceProperties.TYPE + "=XYZ",
      ServiceProperties.SUMMARY + "=XYZ and extended XYZ: elements and positions of the first frame"
    })
public final class XyzFormat implements StructureFormat {
  private static final Pattern FIRST_FRAME =
      Pattern.compile(
          "(?:\\xEF\\xBB\\xBF)?[ \\t]*\\d+[ \\t]*\\R"
              + "[^\\n\\r]*\\R"
              + "[ \\t]*\\S+([ \\t]+\\S+){3}");

  /** Makes the format; it keeps nothing between files. */
  public XyzFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (FIRST_FRAME.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt()) {
      return 2;
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".xyz") || name.endsWith(".extxyz") ? 1 : 0;
  }

  @Override
  public Structure read(Path file) throws IOException {
    try (TextLines lines = TextLines.open(file)) {
      return new XyzReader(lines).read();
    }
  }
}
