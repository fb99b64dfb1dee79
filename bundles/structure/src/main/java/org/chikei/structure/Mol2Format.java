package org.chikei.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.StructureFormat;
import org.osgi.service.component.annotations.Component;

/** Tripos MOL2, of which the first molecule is read. */
@Component(
    property = {
      ServiceProperties.TYPE + "=MOL2",
      ServiceProperties.SUMMARY + "=Tripos MOL2: names, residues and bond orders"
    })
public final class Mol2Format implements StructureFormat {

  /** Makes the format; it keeps nothing between files. */
  public Mol2Format() {}

  @Override
  public int recognises(byte[] head, String fileName) {
    if (new String(head, StandardCharsets.ISO_8859_1).contains(Mol2Reader.MOLECULE)) {
      return 3;
    }
    return fileName.toLowerCase(Locale.ROOT).endsWith(".mol2") ? 1 : 0;
  }

  @Override
  public Structure read(Path file) throws IOException {
    try (TextLines lines = TextLines.open(file)) {
      return new Mol2Reader(lines).read();
    }
  }
}
