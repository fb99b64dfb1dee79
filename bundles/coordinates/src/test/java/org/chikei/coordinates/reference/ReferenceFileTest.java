package org.chikei.coordinates.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {
  private static final String PDB =
      """
      REMARK made by hand, d=1.5 phi=-0.25
      ATOM      2  CA  ALA A   1       1.000  -2.500   3.125  0.50  2.00           C
      HETATM    7  O   HOH A   2      10.000  20.000  30.000  1.00  0.00           O
      TER
      END
      REMARK d=2.5
      ATOM      2  CA  ALA A   1       1.100  -2.400   3.025
      HETATM    7  O   HOH A   2      10.100  20.200  30.300
      ENDMDL
      END
      """;
  private static final String XYZ =
      """
      2
      s=-1.5 energy=3 made by hand
      H 0.1 0.2 -0.3 0.9
      Cl 1e1 2 3

      2

      H 0 0 1
      Cl 2 3 4
      """;

  private static final String GRO =
      """
      made by hand, t= 0.0
          2
          1ALA     CA    1   0.100  -0.250   0.312  0.1000  0.2000  0.3000
          2SOL     OW    2   1.000   2.000   3.000
         3.0 3.0 3.0
      with more places
       1
          1ALA     CA    1   0.10000  -0.25000   0.31250
         3.0 3.0 3.0
      """;

  @TempDir Path folder;

  private ReferenceFile read(String text) throws IOException {
    return ReferenceFile.read(
        Files.writeString(folder.resolve("frames"), text, StandardCharsets.ISO_8859_1));
  }

  private static CoordinateRequest request(int atoms, String element, Map<String, Object> values) {
    List<Atom> list = new ArrayList<>();
    for (int i = 0; i < atoms; i++) {
      list.add(new Atom(i + 1, element, "X", "", 0, "", 1));
    }
    Structure structure = new Structure(list, List.of(), false, null, "test");
    return new CoordinateRequest("r", new Parameters(values), Optional.of(structure), List.of());
  }

  private String fault(String text) {
    InputException e = assertThrows(InputException.class, () -> read(text));
    return e.getMessage().substring((folder.resolve("frames") + ": ").length());
  }

  @Test
  void aPdbFileGivesSerialNumbersWeightsAndRemarks() throws IOException {
    List<ReferenceFrame> frames = read(PDB).frames();
    assertEquals(2, frames.size());
    ReferenceFrame first = frames.get(0);
    assertEquals(1, first.line());
    assertEquals(2, first.size());
    assertTrue(first.numbered());
    assertEquals(2, first.serial(0));
    assertEquals(7, first.serial(1));
    assertEquals("C", first.element(0));
    assertArrayEquals(new double[] {0.1, -0.25, 0.3125, 1, 2, 3}, first.positions(), 1e-15);
    assertArrayEquals(new double[] {0.5, 1}, first.alignmentWeights());
    assertArrayEquals(new double[] {2, 0}, first.displacementWeights());
    assertEquals(Map.of("d", "1.5", "phi", "-0.25"), first.remarks());
    ReferenceFrame second = frames.get(1);
    assertEquals(6, second.line());
    assertArrayEquals(new double[] {1, 1}, second.alignmentWeights());
    assertEquals(Map.of("d", "2.5"), second.remarks());
    assertEquals("", second.element(0));
    read(PDB).requireSameAtoms();
  }

  @Test
  void framesOfOtherCoordinatesNeedNoAtoms() throws IOException {
    ReferenceFile file =
        read("REMARK ARG=t1,t2 t1=-4.3345 t2=3.4725\nEND\nREMARK t1=1 t2=2\nEND\n");
    assertEquals(2, file.frames().size());
    assertEquals(0, file.frames().get(0).size());
    assertEquals("-4.3345", file.frames().get(0).remarks().get("t1"));
    InputException e = assertThrows(InputException.class, file::requireSameAtoms);
    assertTrue(e.getMessage().endsWith("frame 1, line 1: has no atoms"), e.getMessage());
  }

  @Test
  void anXyzFileGivesFramesInAngstrom() throws IOException {
    ReferenceFile file = read(XYZ);
    file.requireSameAtoms();
    assertEquals(2, file.frames().size());
    ReferenceFrame first = file.frames().get(0);
    assertFalse(first.numbered());
    assertEquals("Cl", first.element(1));
    assertArrayEquals(new double[] {0.01, 0.02, -0.03, 1, 0.2, 0.3}, first.positions(), 1e-15);
    assertArrayEquals(new double[] {1, 1}, first.displacementWeights());
    assertEquals(Map.of("s", "-1.5", "energy", "3"), first.remarks());
    assertEquals(6, file.frames().get(1).line());
  }

  @ParameterizedTest
  @CsvSource({"9999,9999", "99999,99999", "A0000,100000", "A000Z,100035", "a0000,43770016"})
  void aSerialNumberIsDecimalOrHybrid36(String written, int number) throws IOException {
    String line =
        "ATOM  " + String.format("%5s", written) + "  CA  ALA A   1       1.000  -2.500   3.125\n";
    assertEquals(number, read(line).frames().get(0).serial(0));
  }

  @Test
  void theAtomsAreThoseOfTheSerialNumbersOrThoseThatTheJobNames() throws Exception {
    ReferenceFile pdb = read(PDB);
    assertEquals(
        List.of(Point.ofAtom(1), Point.ofAtom(6)), pdb.points(1, request(7, "C", Map.of())));
    List<Point> named = List.of(Point.ofAtom(3), Point.ofAtom(0));
    assertEquals(named, pdb.points(1, request(7, "C", Map.of("atoms", named))));
    ReferenceFile xyz = read("1\n\nC 0 0 0\n");
    assertEquals(List.of(Point.ofAtom(0)), xyz.points(0, request(1, "C", Map.of())));
  }

  @Test
  void atomsThatDoNotFitTheStructureAreRefused() throws Exception {
    ReferenceFile pdb = read(PDB);
    InputException beyond =
        assertThrows(InputException.class, () -> pdb.points(1, request(6, "C", Map.of())));
    assertTrue(
        beyond
            .getMessage()
            .endsWith("frame 2, line 6: there is no atom 7 in the structure, which has 6"),
        beyond.getMessage());
    InputException element =
        assertThrows(InputException.class, () -> pdb.points(0, request(7, "C", Map.of())));
    assertTrue(
        element.getMessage().endsWith("its atom 2 is O, but atom 7 X of the structure is C"),
        element.getMessage());
    ReferenceFile xyz = read(XYZ);
    InputException number =
        assertThrows(InputException.class, () -> xyz.points(0, request(3, "", Map.of())));
    assertTrue(number.getMessage().contains("2 atoms, but the structure has 3; name the atoms"));
    ParameterException names =
        assertThrows(
            ParameterException.class,
            () -> xyz.points(0, request(3, "", Map.of("atoms", List.of(Point.ofAtom(1))))));
    assertEquals("atoms", names.parameter());
    Point twice = Point.ofAtom(1);
    assertThrows(
        ParameterException.class,
        () -> xyz.points(0, request(3, "", Map.of("atoms", List.of(twice, twice)))));
    ReferenceFile doubled = read(PDB.replace("HETATM    7", "HETATM    2"));
    assertThrows(InputException.class, () -> doubled.points(0, request(3, "", Map.of())));
  }

  @Test
  void aGroFileGivesFramesInNanometres() throws IOException {
    ReferenceFile file = read(GRO);
    assertEquals(1, file.unit());
    assertEquals(2, file.frames().size());
    assertArrayEquals(new double[] {0.1, -0.25, 0.312, 1, 2, 3}, file.frames().get(0).positions());
    assertArrayEquals(new double[] {0.1, -0.25, 0.3125}, file.frames().get(1).positions());
    assertFalse(file.frames().get(0).numbered());
    assertEquals(6, file.frames().get(1).line());
    InputException cut =
        assertThrows(InputException.class, () -> read(GRO.substring(0, GRO.length() - 60)));
    assertTrue(cut.getMessage().contains("line 8"), cut.getMessage());
    assertThrows(InputException.class, () -> read(GRO.replace("   2.000   3.000", "   2.0")));
    assertThrows(InputException.class, () -> read(GRO.replace("-0.250", "  nan ")));
  }

  @Test
  void framesOfOtherAtomsAreRefused() throws IOException {
    String[] others = {
      XYZ.replace("2\n\nH 0 0 1\n", "1\n\n"),
      XYZ.replace("H 0 0 1", "N 0 0 1"),
      PDB.replace(
          "HETATM    7  O   HOH A   2      10.100", "HETATM    8  O   HOH A   2      10.100")
    };
    for (String other : others) {
      InputException e = assertThrows(InputException.class, read(other)::requireSameAtoms);
      assertTrue(e.getMessage().contains("frame 2, line 6: "), e.getMessage());
    }
  }

  @Test
  void damageIsSaidWithItsLine() {
    assertEquals(
        "line 9: the z coordinate 'NaN' is no finite number", fault(XYZ.replace("4\n", "NaN\n")));
    assertEquals(
        "line 9: the z coordinate '4f' is no finite number", fault(XYZ.replace("4\n", "4f\n")));
    assertEquals(
        "line 8: the file ends after 1 of 2 atoms; it seems to be cut",
        fault(XYZ.replace("Cl 2 3 4\n", "")));
    assertEquals(
        "line 9: atom 2 needs a symbol and three coordinates", fault(XYZ.replace(" 4\n", "\n")));
    assertEquals(
        "line 6: 'two' is no number of atoms, with which each frame of an XYZ file begins",
        fault(XYZ.replace("\n2\n\n", "\ntwo\n\n")));
    assertEquals(
        "line 1: '0' is no number of atoms, with which each frame of an XYZ file begins",
        fault("0\n\n"));
    assertEquals(
        "line 2: the file ends after 0 of 2000000000 atoms; it seems to be cut",
        fault("2000000000\n\n"));
    assertEquals("line 2: the x coordinate '' is no finite number", fault("REMARK\nATOM      1\n"));
    assertEquals(
        "line 3: the occupancy -1.00 is negative, and it is a weight",
        fault(PDB.replace(" 1.00  0.00", "-1.00  0.00")));
    assertEquals(
        "line 2: the serial number '*****' is neither decimal nor hybrid-36",
        fault(
            PDB.replace(
                "ATOM      2  CA  ALA A   1       1.000",
                "ATOM  *****  CA  ALA A   1       1.000")));
    assertEquals(
        "holds no structure: neither a number of atoms (XYZ, GRO) nor ATOM records (PDB)",
        fault("\n"));
    assertEquals("line 2: holds a NUL byte; the file is no text file", fault("1\n\0"));
    assertThrows(InputException.class, () -> ReferenceFile.read(folder));
    assertThrows(InputException.class, () -> ReferenceFile.read(folder.resolve("none")));
  }

  @Test
  void whateverTheBytesThereAreFramesOrOneError() throws IOException {
    Random random = new Random(5);
    int rounds = Integer.getInteger("chikei.fuzz", 2000);
    Path file = folder.resolve("mutant");
    for (int n = 0; n < rounds; n++) {
      byte[] bytes = List.of(PDB, XYZ, GRO).get(n % 3).getBytes(StandardCharsets.ISO_8859_1);
      for (int k = random.nextInt(6); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] =
            (byte)
                (random.nextBoolean()
                    ? "0123456789 .-eENaAT\n".charAt(random.nextInt(20))
                    : random.nextInt(256));
      }
      Files.write(
          file, java.util.Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length)));
      try {
        for (ReferenceFrame frame : ReferenceFile.read(file).frames()) {
          for (double x : frame.positions()) {
            assertTrue(Double.isFinite(x));
          }
        }
      } catch (InputException e) {
        assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        assertFalse(e.getMessage().contains("\n"));
      }
    }
  }
}
