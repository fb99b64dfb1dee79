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

/** MDL molfiles and SD files, V2000 and V3000, of which the first molecule is read by CDK. */
@Component(
    property = {
      ServiceProperties.TYPE + "=SDF",
      ServiceProperties.SUMMARY + "=MDL molfile and SD file, V2000 and V3000: bond orders, isotopes"
    })
public final class SdfFormat implements StructureFormat {
  private static final String THREE_LINES = "[^\\n\\r]*\\R[^\\n\\r]*\\R[^\\n\\r]*\\R";
  private static final Pattern VERSION =
      Pattern.compile(THREE_LINES + "[ \\d]{6}[^\\n\\r]*V[23]000");
  private static final Pattern COUNTS_AND_ATOM =
      Pattern.compile(
          THREE_LINES
              + "[ \\d]{2}\\d[ \\d]{2}\\d[^\\n\\r]*\\R"
              + "([ \\-\\d]{5}\\.\\d{4}){3} [A-Za-z*]");

  /** Makes the format; it keeps nothing between files. */
  public SdfFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (VERSION.matcher(text).lookingAt()) {
      return 3;
    }
    if (COUNTS_AND_ATOM.matcher(text).lookingAt()) {
      return 2;
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".mol") || name.endsWith(".sdf") || name.endsWith(".sd") ? 1 : 0;
  }

  @Override
  public Structure read(Path file) throws IOException {
    try (TextLines lines = TextLines.open(file)) {
      return new MolfileReader(lines).read();
    }
  }
}
