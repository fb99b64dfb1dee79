package org.chikei.structure;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.io.setting.IOSetting;
import org.openscience.cdk.silent.AtomContainer;

/**
 * Reads the first molecule of a molfile or SD file with CDK's readers. They are given its atoms,
 * bonds and isotopes alone, after a check: what they would forgive or not place, such as a table
 * that is shorter than announced, is refused with its line, and what only belongs to drawings and
 * queries does not disturb them.
 */
final class MolfileReader {
  private static final int AROMATIC = 4;

  private final TextLines lines;

  MolfileReader(TextLines lines) {
    this.lines = lines;
  }

  Structure read() throws IOException {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      header.append(next(lines, "the three lines of the header")).append('\n');
    }
    String counts = next(lines, "the line of counts");
    boolean extended = counts.contains("V3000");
    MolfileTable table =
        extended ? new ExtendedTable(lines).read(counts) : new ClassicTable(lines).read(counts);
    List<String> notes = new ArrayList<>();
    if (anotherFollows()) {
      notes.add("the structure's file has more than one molecule; the first one is used");
    }
    IAtomContainer molecule = parse(header.append(table.text()).toString(), extended);
    complete(molecule, table);
    return MoleculeConversion.of(lines.file(), molecule).structure(notes);
  }

  /**
   * The next line, where there must be one.
   *
   * @param lines the lines
   * @param wanted what it holds, for the message
   * @return the line
   * @throws InputException if the file ends before it
   */
  static String next(TextLines lines, String wanted) throws IOException {
    String line = lines.next();
    if (line == null) {
      throw lines.fault("the file ends before " + wanted + "; it seems to be cut");
    }
    return line;
  }

  private boolean anotherFollows() throws IOException {
    boolean ended = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (ended && !line.isBlank()) {
        return true;
      }
      ended |= line.startsWith("$$$$");
    }
    return false;
  }

  private IAtomContainer parse(String molfile, boolean extended) throws IOException {
    StringReader text = new StringReader(molfile);
    try (DefaultChemObjectReader reader =
        extended ? new MDLV3000Reader(text) : new MDLV2000Reader(text)) {
      reader.setErrorHandler(null);
      for (IOSetting setting : reader.getIOSettings()) {
        if (setting.getName().equals("AddStereoElements")) {
          setting.setSetting("false");
        }
      }
      return reader.read(new AtomContainer());
    } catch (CDKException | RuntimeException e) {
      throw new InputException(
          lines.file(), "CDK cannot read it: " + MoleculeConversion.oneLine(e), e);
    }
  }

  /** Gives atoms and bonds what was kept from CDK: hydrogen's isotopes, and unusual bonds. */
  private static void complete(IAtomContainer molecule, MolfileTable table) {
    for (int i = 0; i < table.species().size(); i++) {
      table.species().get(i).applyTo(molecule.getAtom(i));
    }
    for (int k = 0; k < table.types().size(); k++) {
      IBond bond = molecule.getBond(k);
      if (table.types().get(k) == AROMATIC) {
        bond.setIsAromatic(true);
      } else if (table.types().get(k) > AROMATIC) {
        bond.setOrder(IBond.Order.UNSET);
      }
    }
  }
}
