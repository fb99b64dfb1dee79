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

/** The format of the Protein Data Bank, as its archive and the programs of the field write it. */
@Component(
    property = {
      ServiceProperties.TYPE + "=PDB",
      ServiceProperties.SUMMARY + "=Protein Data Bank format: names, residues, CONECT bonds"
    })
public final class PdbFormat implements StructureFormat {
  private static final Pattern ATOM_RECORD =
      Pattern.compile("(?m)^(ATOM  |HETATM|ATOM \\d).{23}[ \\d].{18}\\d");
  private static final Pattern FIRST_RECORD =
      Pattern.compile(
          "(HEADER|TITLE |REMARK|CRYST1|COMPND|SEQRES|AUTHOR|MODEL |EXPDTA|OBSLTE|USER  |ORIGX|SCALE)");

  /** Makes the format; it keeps nothing between files. */
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
  public Structure read(Path file) throws IOException {
    try (TextLines lines = TextLines.open(file)) {
      return new PdbReader(lines).read();
    }
  }
}
