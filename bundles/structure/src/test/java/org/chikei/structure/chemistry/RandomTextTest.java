package org.chikei.structure.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.Sample;
import org.chikei.structure.drawing.Molecules;
import org.chikei.structure.selection.AtomExpressions;
import org.junit.jupiter.api.Test;

/** Expressions, patterns and SMILES put together at random: atoms, or one clear line. */
class RandomTextTest {
  private static final int TRIALS = Integer.getInteger("chikei.fuzz", 3_000);

  private static final String[] WORDS = {
    "name",
    "CA",
    "H*",
    "and",
    "or",
    "not",
    "(",
    ")",
    ",",
    "resname",
    "ALA",
    "resid",
    "2",
    "1-9:2",
    "3",
    "-",
    "to",
    "within",
    "0.3",
    "of",
    "all",
    "protein",
    "water",
    "\"",
    ".",
    "ACE.C",
    "element",
    "C",
    "index",
    "chain",
    "A",
    "*",
    "?",
    "-5",
    "99999999999",
    "\\",
    "é"
  };

  private static final String[] SIGNS = {
    "[", "]", "(", ")", "C", "c", "N", "n", "O", "=", "#", "~", "-", "1", "2", ":1", ":2", "H",
    "X3", "$(", "&", ";", "!", "@", "+", ".", "%12", "*", "{", "R", "/", "\\", ">", "[#6]", "[C:1]"
  };

  private final Structure peptide = Sample.read(new PdbFormat(), Sample.DATA.resolve("ala2.pdb"));

  private interface Search {
    int found(String text) throws SelectionException;
  }

  private static void readAll(long seed, String[] pieces, String between, Search search) {
    Random random = new Random(seed);
    int good = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(8);
      for (int k = 0; k < length; k++) {
        text.append(k == 0 ? "" : between).append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        good += search.found(text.toString()) > 0 ? 1 : 0;
      } catch (SelectionException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
    assertFalse(good == 0, "nothing could be read");
  }

  @Test
  void expressions() {
    AtomExpressions selector = new AtomExpressions();
    readAll(1, WORDS, " ", text -> selector.select(peptide, text).length);
  }

  @Test
  void patterns() {
    SmartsSearch search = new SmartsSearch();
    readAll(2, SIGNS, "", text -> search.matches(peptide, text).size());
  }

  @Test
  void smiles() {
    Templates templates = new Templates();
    Structure carbons = Molecules.of("C C", "1-2");
    readAll(3, SIGNS, "", text -> templates.withOrders(carbons, text).size());
  }
}
