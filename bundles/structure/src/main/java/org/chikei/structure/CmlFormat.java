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

/** Chemical Markup Language, read by CDK. */
@Component(
    property = {
      ServiceProperties.TYPE + "=CML",
      ServiceProperties.SUMMARY + "=Chemical Markup Language: molecules with bond orders, isotopes"
    })
public final class CmlFormat implements StructureFormat {
  private static final Pattern MOLECULE =
      Pattern.compile("<(\\w+:)?(cml|molecule|moleculeList|atomArray)[\\s>/]");

  /** Makes the format; it keeps nothing between files. */
  public CmlFormat() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    String text = new String(head, StandardCharsets.UTF_8);
    boolean markup = text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<");
    if (markup && text.contains("xml-cml.org")) {
      return 3;
    }
    if (markup && MOLECULE.matcher(text).find()) {
      return 2;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".cml") ? 1 : 0;
  }

  @Override
  public Structure read(Path file) throws IOException {
    return new CmlReader(file).read();
  }
}
