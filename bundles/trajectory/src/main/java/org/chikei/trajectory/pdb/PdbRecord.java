package org.chikei.trajectory.pdb;

import java.nio.charset.StandardCharsets;
import org.chikei.trajectory.text.Lines;

/** The records that matter. */
enum PdbRecord {
  /** An atom, of {@code ATOM} or {@code HETATM}. */
  ATOM,
  /** Opens a model. */
  MODEL,
  /** Ends a model, {@code ENDMDL} or {@code END}. */
  END,
  /** The box. */
  BOX,
  /** A line that can state the time, {@code TITLE} or {@code REMARK}. */
  TITLE,
  /** A record that stands after the last model: bonds, or the count of records. */
  CLOSING,
  /** Anything else, a blank line too. */
  OTHER;

  private static final byte[] ATOM_NAME = bytes("ATOM ");
  private static final byte[] HETATM_NAME = bytes("HETATM");
  private static final byte[] MODEL_NAME = bytes("MODEL");
  private static final byte[] END_NAME = bytes("END");
  private static final byte[] CRYST1_NAME = bytes("CRYST1");
  private static final byte[] TITLE_NAME = bytes("TITLE ");
  private static final byte[] REMARK_NAME = bytes("REMARK");
  private static final byte[] CONECT_NAME = bytes("CONECT");
  private static final byte[] MASTER_NAME = bytes("MASTER");
  private static final byte[] TER_NAME = bytes("TER");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What the line at hand is. */
  static PdbRecord of(Lines lines) {
    if (lines.start() == lines.end()) {
      return OTHER;
    }
    return switch (lines.bytes()[lines.start()]) {
      case 'A' -> lines.startsWith(ATOM_NAME) ? ATOM : OTHER;
      case 'H' -> lines.startsWith(HETATM_NAME) ? ATOM : OTHER;
      case 'E' -> lines.startsWith(END_NAME) ? END : OTHER;
      case 'M' -> lines.startsWith(MODEL_NAME) ? MODEL : closing(lines, MASTER_NAME);
      case 'C' -> lines.startsWith(CRYST1_NAME) ? BOX : closing(lines, CONECT_NAME);
      case 'R' -> lines.startsWith(REMARK_NAME) ? TITLE : OTHER;
      case 'T' -> lines.startsWith(TITLE_NAME) ? TITLE : closing(lines, TER_NAME);
      default -> OTHER;
    };
  }

  private static PdbRecord closing(Lines lines, byte[] name) {
    return lines.startsWith(name) ? CLOSING : OTHER;
  }

  /** Whether the line at hand cannot begin a model: it is blank, or follows the last one. */
  static boolean isBetween(Lines lines) {
    PdbRecord record = of(lines);
    if (record == CLOSING || record == END || lines.blank()) {
      return true;
    }
    return !lines.terminated() && "END".startsWith(lines.shown());
  }
}
