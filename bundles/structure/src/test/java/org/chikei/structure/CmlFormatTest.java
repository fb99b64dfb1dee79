package org.chikei.structure;

import static org.chikei.structure.Sample.assertRefused;
import static org.chikei.structure.Sample.elements;
import static org.chikei.structure.Sample.names;
import static org.chikei.structure.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.chikei.api.structure.Bond;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmlFormatTest {
  private static final String TWO_MOLECULES =
      """
      <?xml version="1.0"?>
      <cml xmlns="http://www.xml-cml.org/schema">
        <molecule id="m1">
          <atomArray>
            <atom id="a1" elementType="O" x3="0" y3="0" z3="0.1"/>
            <atom id="a2" elementType="H" x3="0.96" y3="0" z3="0.1"/>
            <atom id="a3" elementType="H" isotopeNumber="2" x3="-0.24" y3="0.93" z3="0.1"/>
          </atomArray>
          <bondArray>
            <bond atomRefs2="a1 a2" order="1"/>
            <bond atomRefs2="a1 a3" order="S"/>
          </bondArray>
        </molecule>
        <molecule id="m2">
          <atomArray>
            <atom id="b1" elementType="C" x3="5" y3="0" z3="0.1"/>
            <atom id="b2" elementType="O" x3="6.2" y3="0" z3="0.1"/>
          </atomArray>
          <bondArray><bond atomRefs2="b1 b2" order="2"/></bondArray>
        </molecule>
      </cml>
      """;

  private final CmlFormat format = new CmlFormat();
  @TempDir Path folder;

  private Structure structure(String text) {
    return read(format, Sample.file(folder, "some.cml", text));
  }

  private void refuses(String text, String... words) {
    assertRefused(format, Sample.file(folder, "some.cml", text), words);
  }

  @Test
  void allMoleculesOfAModelAreRead() {
    Structure structure = structure(TWO_MOLECULES);

    assertEquals(List.of("O", "H", "D", "C", "O"), elements(structure));
    assertEquals(List.of("a1", "a2", "a3", "b1", "b2"), names(structure));
    assertEquals(
        List.of(new Bond(0, 1, 1), new Bond(0, 2, 1), new Bond(3, 4, 2)), structure.bonds());
    assertEquals(1.0079407, structure.mass(1), 1e-6);
    assertEquals(2.014101778, structure.mass(2), 1e-6);
    assertEquals(0.62, structure.positions().orElseThrow()[12], 1e-12);
    assertFalse(structure.bondsPerceived());
  }

  @Test
  void bondsAreToldFromDistancesWhereTheFileHasNone() {
    Structure structure = structure(TWO_MOLECULES.replaceAll("(?s)<bondArray>.*?</bondArray>", ""));

    assertTrue(structure.bondsPerceived());
    assertEquals(3, structure.bonds().size());
  }

  @Test
  void aFlatDrawingHasNoPositions() {
    String flat = TWO_MOLECULES.replaceAll(" z3=\"0.1\"", "").replace("x3", "x2");
    assertTrue(structure(flat.replace("y3", "y2")).positions().isEmpty());
  }

  @Test
  void documentTypesThatCdkHasAreRead() {
    String type = "<!DOCTYPE molecule SYSTEM \"http://127.0.0.1:1/cml.dtd\">\n";
    String molecule =
        """
        <molecule id="m1">
          <atom id="a1">
            <string builtin="elementType">O</string>
            <float builtin="x3">1.5</float>
            <float builtin="y3">0</float>
            <float builtin="z3">0</float>
          </atom>
        </molecule>
        """;
    Structure structure = structure("<?xml version=\"1.0\"?>\n" + type + molecule);

    assertEquals(List.of("O"), elements(structure));
    assertEquals(0.15, structure.positions().orElseThrow()[0], 1e-12);
  }

  @Test
  void aSpectrumMayReferToAtoms() {
    String spectrum = "<spectrum><peak><atom id=\"a1\"/></peak></spectrum></cml>";
    assertEquals(5, structure(TWO_MOLECULES.replace("</cml>", spectrum)).size());
  }

  @Test
  void whatIsWrongWithAnAtomIsSaidWithItsLine() {
    refuses(TWO_MOLECULES.replace("elementType=\"C\" ", ""), "line 16", "no elementType");
    refuses(TWO_MOLECULES.replace("\"C\"", "\"Qq\""), "line 16", "'b1'", "'Qq'");
    refuses(TWO_MOLECULES.replace("\"0.96\"", "\"NaN\""), "line 6", "x3", "'a2'", "'NaN'");
    refuses(TWO_MOLECULES.replace("x3=\"0.96\" ", ""), "line 6", "'a2'", "all three");
    refuses(TWO_MOLECULES.replace("a1 a3", "a1 a9"), "line 11", "'a9'");
  }

  @Test
  void markupThatIsBrokenIsRefusedWithItsLine() {
    refuses(TWO_MOLECULES.replace("</bondArray>\n  </molecule>", "</molecule>"), "line 12");
    refuses("<cml/>", "no molecule");
    refuses("this is no markup", "line 1");
  }

  @Test
  void nothingOutsideOfTheFileIsFetched() {
    String start = "<?xml version=\"1.0\"?>\n";
    String rest = TWO_MOLECULES.substring(TWO_MOLECULES.indexOf("<cml"));
    refuses(start + "<!DOCTYPE cml SYSTEM \"http://127.0.0.1:1/x.dtd\">\n" + rest, "DOCTYPE");
    refuses(
        start
            + "<!DOCTYPE cml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
            + rest.replace("<molecule id=\"m2\">", "<molecule id=\"m2\">&x;"),
        "entity");
  }
}
