package org.chikei.structure.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.Sample;
import org.chikei.structure.drawing.Molecules;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private final Templates templates = new Templates();

  private static String orders(Structure structure) {
    return structure.bonds().stream()
        .map(bond -> String.valueOf(bond.order()))
        .collect(Collectors.joining());
  }

  private void refuses(Structure structure, String smiles, String... words) {
    String message =
        assertThrows(SelectionException.class, () -> templates.withOrders(structure, smiles))
            .getMessage();
    assertEquals(1, message.lines().count());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' is not in: " + message);
    }
  }

  @Test
  void smilesGiveTheOrdersOfAMoleculeWithItsHydrogens() throws Exception {
    Structure peptide = Sample.read(new PdbFormat(), Sample.DATA.resolve("ala2.pdb"));
    Structure told = templates.withOrders(peptide, "CC(=O)NC(C)C(=O)NC");
    assertFalse(told.bondsPerceived());
    for (Bond bond : told.bonds()) {
      String pair = told.atom(bond.first()).element() + told.atom(bond.second()).element();
      assertEquals(pair.equals("CO") || pair.equals("OC") ? 2 : 1, bond.order());
    }
  }

  @Test
  void smilesGiveTheOrdersOfAMoleculeWithoutHydrogens() throws Exception {
    Structure bare = Molecules.of("O C C C", "1-2 2-3 3-4");
    Structure told = templates.withOrders(bare, "C=CC=O");
    assertEquals("212", orders(told));
    List<int[]> matches = new SmartsSearch().matches(told, "[O:1]=[CH:2][CH:3]=[CH2:4]");
    assertEquals("[0, 1, 2, 3]", Arrays.toString(matches.get(0)));
  }

  @Test
  void everyMoleculeThatFitsIsGivenOrders() throws Exception {
    Structure two = Molecules.of("C O C O C C", "1-2 3-4 5-6");
    assertEquals("220", orders(templates.withOrders(two, "C=O")));
    assertEquals("223", orders(templates.withOrders(two, "C=O.C#C")));
  }

  @Test
  void aFileGivesOrdersToo() throws Exception {
    Structure bare = Molecules.of("O C C C", "1-2 2-3 3-4");
    Structure file = Molecules.of("C C C O", "1-2 2-3 3-4");
    Structure stated =
        new Structure(
            file.atoms(),
            List.of(new Bond(0, 1, 2), new Bond(1, 2, 1), new Bond(2, 3, 2)),
            false,
            null,
            "x.sdf");
    assertEquals("212", orders(templates.withOrders(bare, stated)));
    Exception none = assertThrows(SelectionException.class, () -> templates.withOrders(bare, file));
    assertTrue(none.getMessage().contains("test states no bond orders"), none.getMessage());
  }

  @Test
  void aTemplateThatFitsNothingSaysWhatThereIs() {
    Structure bare = Molecules.of("O C C C", "1-2 2-3 3-4");
    refuses(bare, "CCO", "the template C2H6O of 'CCO' fits no molecule of test", "are C3O");
    Structure alcohol = Molecules.of("C C O H H H H H H", "1-2 2-3 1-4 1-5 1-6 2-7 2-8 3-9");
    refuses(alcohol, "COC", "C2H6O", "the same formula but its atoms are joined otherwise");
    refuses(bare, "C(", "'C(' is no SMILES");
    refuses(bare, "", "no molecule");
  }
}
