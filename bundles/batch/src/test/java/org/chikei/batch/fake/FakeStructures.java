package org.chikei.batch.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.StructureFormat;

/**
 * {@code ATOMS} in the first line, then element, name, residue a line; element {@code -} weighs
 * nothing; neighbours are bonded.
 */
public final class FakeStructures implements StructureFormat {

  @Override
  public int recognises(byte[] head, String fileName) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("ATOMS") ? 3 : 0;
  }

  @Override
  public Structure read(Path file) throws IOException {
    List<Atom> atoms = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ");
      int number = atoms.size() + 1;
      double mass = words[0].equals("-") ? 0 : FakeMotion.mass(number - 1);
      atoms.add(new Atom(number, words[0], words[1], words[2], 1, "", mass));
      if (number > 1) {
        bonds.add(new Bond(number - 2, number - 1, 1));
      }
    }
    return new Structure(atoms, bonds, false, null, file.getFileName().toString());
  }
}
