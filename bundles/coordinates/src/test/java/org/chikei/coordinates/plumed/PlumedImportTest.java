package org.chikei.coordinates.plumed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.ImportedCoordinates;
import org.chikei.api.coordinate.ImportedCoordinates.Entry;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointSelection;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlumedImportTest {
  private static final int TRIES = Integer.getInteger("chikei.fuzz", 500);

  /** A chain of two residues between caps, and water: names and numbers only. */
  private static final String[] ATOMS = {
    "ACE 1 A C", "ACE 1 A O", "LEU 2 A N", "LEU 2 A CA", "LEU 2 A CB", "LEU 2 A CG", "LEU 2 A CD1",
    "LEU 2 A C", "LEU 2 A O", "SER 3 A N", "SER 3 A CA", "SER 3 A CB", "SER 3 A OG", "SER 3 A C",
    "NME 4 A N", "SOL 5 B OW", "SOL 5 B HW1", "SOL 5 B HW2", "SOL 2 B OW"
  };

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private ImportedCoordinates read(String text) throws IOException {
    return new PlumedImport().read(write("plumed.dat", text));
  }

  private Entry entry(String alias, String text) throws IOException {
    ImportedCoordinates read = read(text);
    return read.entries().stream()
        .filter(e -> e.alias().equals(alias))
        .findFirst()
        .orElseThrow(() -> new AssertionError(alias + " is not in " + read));
  }

  private String unread(String text) throws IOException {
    ImportedCoordinates read = read(text);
    assertEquals(1, read.unread().size(), read.unread()::toString);
    return read.unread().get(0).origin().line() + ": " + read.unread().get(0).reason();
  }

  private static Structure structure() {
    List<Atom> atoms = new ArrayList<>();
    for (String text : ATOMS) {
      String[] words = text.split(" ");
      int number = atoms.size() + 1;
      double mass = words[3].startsWith("H") ? 1 : 10 + number;
      atoms.add(
          new Atom(
              number,
              words[3].substring(0, 1),
              words[3],
              words[0],
              Integer.parseInt(words[1]),
              words[2],
              mass));
    }
    return new Structure(atoms, List.of(), false, null, "chain.pdb");
  }

  /** The numbers of the atoms of a list, looked up in the structure where that is needed. */
  private static List<Integer> numbers(Object atoms) throws SelectionException {
    List<Integer> numbers = new ArrayList<>();
    for (Object piece : (List<?>) atoms) {
      if (piece instanceof PointSelection selection) {
        for (Point point : selection.points(structure())) {
          numbers.add(point.atom(0) + 1);
        }
      } else {
        numbers.add(((Long) piece).intValue());
      }
    }
    return numbers;
  }

  private List<Integer> numbers(String atoms) throws Exception {
    return numbers(
        entry("c", "c: COORDINATION GROUPA=" + atoms + " R_0=1").values().get("group-a"));
  }

  @Test
  void anActionHasALabelInFrontOrAmongItsWords() throws Exception {
    Map<String, Object> values = Map.of("atoms", List.of(1L, 2L));
    for (String text :
        new String[] {
          "d: DISTANCE ATOMS=1,2",
          "DISTANCE LABEL=d ATOMS=1,2",
          "  DISTANCE   ATOMS={1 2}\tLABEL=d # a comment",
          "# nothing\n\n d: DISTANCE ...\n ATOMS=1,2 # here, too\n\n...\n",
          "DISTANCE ...\n  LABEL=d\n  ATOMS={1\n  2}\n... DISTANCE\n",
          "d: DISTANCE ...\n ATOMS=1,2\n... d:\nENDPLUMED\nrubbish {",
          "d: distance ATOMS=1-2\r\nPRINT ARG=d\r\n"
        }) {
      Entry entry = entry("d", text);
      assertEquals("d", entry.name(), text);
      assertEquals("distance", entry.type(), text);
      assertEquals(values, entry.values(), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d: DISTANCE ...~ATOMS=1,2      | 1: the block that begins here has no line '...' at its end",
        "~d: DISTANCE ATOMS={1,2        | 2: '{' is not closed in this line",
        "d: DISTANCE ATOMS=1,2}         | 1: '}' closes what was not opened",
        "d:                             | 1: 'd:' is a label without an action",
        "d: A ...~... B                 | 2: the end of a block is '...' alone or with the word that the block begins with, 'd:'",
        "d: DISTANCE ATOMS=1,2 LABEL=e  | 1: the action has two labels, 'd' and 'LABEL=e'",
        "d: DISTANCE ATOMS=1,2 ATOMS=3  | 1: ATOMS stands twice",
        "d: A~d: B                      | 2: 'd' is the label of line 1 too",
        "INCLUDE                        | 1: INCLUDE has no FILE",
        "INCLUDE FILE=none.dat          | 1: there is no file 'none.dat' to include",
        "INCLUDE FILE=plumed.dat        | 1: 'plumed.dat' includes itself"
      })
  void textThatCannotBeReadIsRefusedWithItsLine(String text, String message) {
    InputException e =
        assertThrows(InputException.class, () -> read(text.strip().replace('~', '\n')));
    assertEquals(folder.resolve("plumed.dat") + ":" + message, e.getMessage());
  }

  @Test
  void filesMayBeIncluded() throws Exception {
    write("more.dat", "# more\ne: DISTANCE ATOMS=3,4\n");
    ImportedCoordinates read = read("INCLUDE FILE=more.dat\nf: COMBINE ARG=e PERIODIC=NO");
    assertEquals(List.of("e", "f"), read.entries().stream().map(Entry::name).toList());
    assertEquals(2, read.entries().get(0).origin().line());
    assertEquals(folder.resolve("more.dat"), read.entries().get(0).origin().file());
    assertEquals(2, read.files().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,3,2          | 1 3 2",
        "3-6            | 3 4 5 6",
        "1-7:3,2        | 1 4 7 2",
        "7-1:-2         | 7 5 3 1",
        "@phi-2         | 1 3 4 8",
        "@psi-2         | 3 4 8 10",
        "@omega-3       | 4 8 10 11",
        "@phi-A3        | 8 10 11 14",
        "@phi-A_3       | 8 10 11 14",
        "@chi1-2        | 3 4 5 6",
        "@chi2-2        | 4 5 6 7",
        "@chi1-3        | 10 11 12 13",
        "@CB-3,@OW-B5   | 12 16",
        "@OW-B2         | 19",
        "@back-3        | 10 11 14",
        "@sidechain-3   | 12 13",
        "@water         | 16 17 18 19",
        "@hydrogens     | 17 18"
      })
  void atomsAreNumbersRangesAndShortcuts(String atoms, String expected) throws Exception {
    List<String> words = numbers(atoms).stream().map(String::valueOf).toList();
    assertEquals(expected, String.join(" ", words));
  }

  @Test
  void allAtomsAreThoseOfTheStructure() throws Exception {
    assertEquals(ATOMS.length, numbers("@mdatoms").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@chi1-1    | there is no atom chi1 in residue 1 of chain.pdb",
        "@chi2-3    | @chi2-3: SER has no such torsion",
        "@phi-9     | @phi-9: there is no residue 9 in chain.pdb",
        "@phi-C2    | @phi-C2: there is no residue 2 in chain C in chain.pdb",
        "@phi-4     | there is no atom phi in residue 4 of chain.pdb",
        "@nucleic   | @nucleic is nothing in chain.pdb",
        "@heavy     | @heavy is no shortcut that is read",
        "25         | there is no atom 25; chain.pdb has atoms 1 to 19"
      })
  void shortcutsThatNameNothingAreRefused(String atoms, String message) throws Exception {
    Object group =
        entry("c", "g: COM ATOMS=" + atoms + "\nc: DISTANCE ATOMS=g,1").values().get("atoms");
    SelectionException e = assertThrows(SelectionException.class, () -> numbers(group));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aMoleculeOfItsOwnFileHasTheNumbersOfThatFile() throws Exception {
    StringBuilder pdb = new StringBuilder("REMARK\n");
    for (int k = 0; k < ATOMS.length; k++) {
      String[] words = ATOMS[k].split(" ");
      pdb.append(
          String.format(
              java.util.Locale.ROOT,
              "ATOM  %5d %-4s %3s %1s%4d    %8.3f%8.3f%8.3f%n",
              100 + k,
              " " + words[3],
              words[0],
              words[2],
              Integer.parseInt(words[1]),
              0.0,
              0.0,
              0.0));
    }
    write("chain.pdb", pdb + "END\n");
    String text = "MOLINFO STRUCTURE=chain.pdb MOLTYPE=protein\nphi: TORSION ATOMS=@phi-2";
    assertEquals(Map.of("atoms", List.of(100L, 102L, 103L, 107L)), entry("phi", text).values());
    assertEquals(2, read(text).files().size());
    assertEquals(
        "2: phi: TORSION: @phi-7: there is no residue 7 in chain.pdb",
        unread(text.replace("@phi-2", "@phi-7")));
  }

  @Test
  void groupsAreListsByTheirName() throws Exception {
    String groups =
        """
        a: GROUP ATOMS=1-4,3
        b: GROUP ATOMS=a,9 REMOVE=1,3
        c: GROUP ATOMS=9,2,9,1 UNIQUE
        d: GROUP ATOMS=5,4 SORT
        e: GROUP NDX_FILE=i.ndx NDX_GROUP=two
        """;
    write("i.ndx", "[ one ]\n1 2\n[ two ]\n 7 8\n9\n[ three ]\n1\n");
    String[] expected = {"1 2 3 4 3", "2 4 3 9", "1 2 9", "4 5", "7 8 9"};
    for (int k = 0; k < 5; k++) {
      String name = String.valueOf((char) ('a' + k));
      String text = groups + "x: COORDINATION GROUPA=" + name + " R_0=1";
      List<String> words =
          numbers(entry("x", text).values().get("group-a")).stream().map(String::valueOf).toList();
      assertEquals(expected[k], String.join(" ", words));
    }
  }

  private Point centre(String action) throws Exception {
    Object atoms = entry("d", action + "\nd: DISTANCE ATOMS=1,g").values().get("atoms");
    return ((PointSelection) ((List<?>) atoms).get(1)).points(structure()).get(0);
  }

  @Test
  void centresArePointsWithWeights() throws Exception {
    Point mass = centre("g: COM ATOMS=4,2,17");
    assertEquals(3, mass.size());
    assertEquals(1, mass.atom(0));
    assertEquals(12 / 27.0, mass.weight(0), 1e-15);
    assertEquals(14 / 27.0, mass.weight(1), 1e-15);
    assertTrue(mass.assembly().isPresent());
    assertEquals(mass, centre("g: CENTER ATOMS=4,2,17 MASS"));
    assertEquals(1 / 3.0, centre("g: CENTER ATOMS=4,2,17").weight(0), 1e-15);
    Point weighted = centre("g: CENTER ATOMS=4,2,17 WEIGHTS=1,2,5 NOPBC");
    assertEquals(2 / 8.0, weighted.weight(0), 1e-15);
    assertEquals(1 / 8.0, weighted.weight(1), 1e-15);
    assertTrue(weighted.assembly().isEmpty());
  }

  @Test
  void centresOfCentresAreThereWithoutTheBox() throws Exception {
    Point outer = centre("a: COM ATOMS=1,2 NOPBC\ng: COM ATOMS=a,3 NOPBC");
    assertEquals(3, outer.size());
    assertEquals(11 / 36.0, outer.weight(0), 1e-15);
    assertEquals(13 / 36.0, outer.weight(2), 1e-15);
    assertThrows(SelectionException.class, () -> centre("a: COM ATOMS=1,2\ng: COM ATOMS=a,3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DISTANCE ATOMS=1,2 NOPBC             | distance | {atoms=[1, 2], nearest-image=false}",
        "ANGLE ATOMS=1,2,3                    | angle | {atoms=[1, 2, 3]}",
        "ANGLE ATOMS=1,2,3,4                  | angle | {atoms=[1, 2, 3, 4]}",
        "TORSION ATOMS=1,2,3,4                | torsion | {atoms=[1, 2, 3, 4]}",
        "TORSION VECTOR1=2,1 AXIS=2,3 VECTOR2=3,4 | torsion | {atoms=[1, 2, 3, 4]}",
        "TORSION VECTORA=2,1 AXIS=5,3 VECTORB=3,4 | torsion | {atoms=[1, 2, 5, 3, 3, 4]}",
        "GYRATION ATOMS=1-3                   | gyration | {atoms=[1, 2, 3], component=radius}",
        "GYRATION ATOMS=1-3 TYPE=GTPC_1 MASS_WEIGHTED | gyration | {atoms=[1, 2, 3], weights=mass, component=gtpc-1}",
        "ALPHABETA ATOMS1=1-4 ATOMS2=5-8 REFERENCE=pi/2 | alpha-beta | {torsions=[[1, 2, 3, 4], [5, 6, 7, 8]], references=[1.5707963267948966, 1.5707963267948966], coefficients=[1.0, 1.0]}",
        "DIHCOR ATOMS1=1-8                    | dihedral-correlation | {pairs=[[1, 2, 3, 4, 5, 6, 7, 8]]}",
        "DIPOLE GROUP=1-3                     | dipole | {atoms=[1, 2, 3]}",
        "VOLUME                               | volume | {}",
        "COORDINATION GROUPA=1 GROUPB=2,3 SWITCH={EXP R_0=0.3 D_0=0.1} | coordination | {group-a=[1], group-b=[2, 3], switching={kind=exponential, r0=0.3, d0=0.1}}",
        "COORDINATION GROUPA=1 GROUPB=2 R_0=0.5 NN=8 MM=10 PAIR | coordination | {group-a=[1], group-b=[2], switching={kind=rational, r0=0.5, d0=0.0, n=8, m=10, d-max=158.11388300841895}, pairs=true}",
        "CONTACTMAP ATOMS1=1,2 ATOMS2=3,4 SWITCH={Q R_0=0.1 REF=0.2 BETA=40} WEIGHT2=3 SUM | contact-map | {switching={kind=native-contacts, r0=0.1, reference=0.2, beta=40.0}, contacts=[{atoms=[1, 2], reference=0.0, weight=1.0}, {atoms=[3, 4], weight=3.0, reference=0.0}], measure=sum}",
        "CONTACTMAP ATOMS1=1,2 SWITCH1={RATIONAL R_0=0.1 D_MAX=1 NOSTRETCH} REFERENCE1=0.5 CMDIST | contact-map | {contacts=[{atoms=[1, 2], switching={kind=rational, r0=0.1, d-max=1.0, stretch=false}, reference=0.5, weight=1.0}], measure=squared-distance}"
      })
  void anActionHasACounterpart(String action, String type, String values) throws Exception {
    Entry entry = entry("r", "r: " + action);
    assertEquals(type, entry.type());
    assertEquals(values, entry.values().toString());
  }

  @Test
  void componentsHaveNamesThatAJobCanWrite() throws Exception {
    ImportedCoordinates read =
        read(
            """
            d: DISTANCE ATOMS=1,2 COMPONENTS
            d_X: DISTANCE ATOMS=3,4
            2nd: DISTANCE ATOMS=3,5
            p: POSITION ATOM=7
            c: CONTACTMAP ATOMS1=1,2 ATOMS2=3,4 SWITCH={CUBIC D_0=0.1 D_MAX=0.3}
            m: DISTANCES GROUPA=1,2 GROUPB=3 MIN={BETA=50}
            r: PUCKERING ATOMS=1-6
            s: PUCKERING ATOMS=1-5
            """);
    assertEquals(
        "d_x d_y d_z d_X_2 v2nd p_x p_y p_z c_contact_1 c_contact_2 m_min r_qx r_qy r_qz"
            + " r_amplitude r_phi r_theta s_phs s_amp s_Zx s_Zy",
        String.join(" ", read.entries().stream().map(Entry::name).toList()));
    assertEquals("d.x", read.entries().get(0).alias());
    assertEquals("{atoms=[1, 2], component=x}", read.entries().get(0).values().toString());
    assertEquals(
        "{atoms=[7], component=z, nearest-image=true}", read.entries().get(7).values().toString());
    assertEquals(
        "{group-a=[1, 2], group-b=[3], form=inverse, beta=50.0}",
        read.entries().get(10).values().toString());
  }

  @Test
  void lengthsAreConvertedAndSaid() throws Exception {
    String text =
        """
        UNITS LENGTH=A ENERGY=kcal/mol TIME=fs
        d: DISTANCE ATOMS=1,2
        e: DISTANCE ATOMS=3,4
        c: COORDINATION GROUPA=1 GROUPB=2 SWITCH={Q R_0=3 REF=2.5 BETA=5 D_MAX=8}
        s: COMBINE ARG=d,e COEFFICIENTS=1,-2 PARAMETERS=3,0 PERIODIC=NO
        q: CUSTOM ARG=d,c FUNC=x^2*y PERIODIC=NO
        m: DISTANCES GROUP=1-3 MIN={BETA=500}
        """;
    assertEquals(
        List.of(
            "plumed.dat:1: lengths in this file are in Å; they were converted, and the results are"
                + " in nm (1 Å = 0.1 nm)"),
        read(text).notes());
    assertEquals("{atoms=[1, 2]}", entry("d", text).values().toString());
    assertEquals(
        "{kind=native-contacts, r0=0.30000000000000004, reference=0.25, beta=50.0," + " d-max=0.8}",
        entry("c", text).values().get("switching").toString());
    assertEquals(
        "{of=[d, e], coefficients=[1.0, -2.0], constant=-0.3}",
        entry("s", text).values().toString());
    assertEquals(
        "{of=[d, c], variables=[x_nm, y], function=x^2*y; x = x_nm*10}",
        entry("q", text).values().toString());
    assertEquals(50.0, entry("m.min", text).values().get("beta"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LENGTH=parsec", "ENERGY=x", "TIME=-1", "MASS=2", "CHARGE=1.6e-19"})
  void unknownUnitsAreNotGuessed(String unit) throws Exception {
    assertTrue(unread("UNITS " + unit).startsWith("1: UNITS: "), unread("UNITS " + unit));
  }

  private String function(String action) throws Exception {
    String values =
        """
        d: DISTANCE ATOMS=1,2
        e: DISTANCE ATOMS=1,3 COMPONENTS
        t: TORSION ATOMS=1,2,3,4
        k: CONSTANT VALUE=0.5
        l: CONSTANT VALUES=1,2
        """;
    Entry entry = entry("f", values + "f: " + action);
    return entry.type() + " " + entry.values();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMBINE ARG=d,e.x PERIODIC=NO                 | linear-combination {of=[d, e_x], coefficients=[1.0, 1.0]}",
        "COMBINE ARG=d,e.x COEFFICIENTS=1,3 NORMALIZE PERIODIC=NO | linear-combination {of=[d, e_x], coefficients=[0.25, 0.75]}",
        "COMBINE ARG=d,t PERIODIC=NO                   | custom {of=[d, t], variables=[x1, x2], function=1*x1 + 1*x2}",
        "COMBINE ARG=t POWERS=2 PERIODIC=NO            | custom {of=[t], variables=[x1], function=1*x1^2}",
        "COMBINE ARG=d,k POWERS=2,1 PARAMETERS=0.1,0 COEFFICIENTS=1,-1 PERIODIC=NO | custom {of=[d], variables=[x1], function=1*(x1 - 0.1)^2 + (-1)*x2; x2 = 0.5}",
        "COMBINE ARG=t PARAMETERS=1 PERIODIC=-pi,pi    | custom {of=[t], variables=[x1], function=1*((x1 - 1) - 6.283185307179586*floor((x1 - 1)/6.283185307179586 + 0.5)), periodic=[-3.141592653589793, 3.141592653589793]}",
        "CUSTOM ARG=d,e.y FUNC=x*exp(-y^2) PERIODIC=NO | custom {of=[d, e_y], variables=[x, y], function=x*exp(-y^2)}",
        "MATHEVAL ARG=e.* FUNC=x+y+z PERIODIC=NO       | custom {of=[e_x, e_y, e_z], variables=[x, y, z], function=x+y+z}",
        "CUSTOM ARG=(e.[xz]) FUNC=x*y PERIODIC=NO      | custom {of=[e_x, e_z], variables=[x, y], function=x*y}",
        "CUSTOM ARG=*.x FUNC=x^2 PERIODIC=NO           | custom {of=[e_x], variables=[x], function=x^2}",
        "CUSTOM ARG=d,d FUNC=x*y PERIODIC=NO           | custom {of=[d], variables=[x], function=x*y; y = x}",
        "CUSTOM ARG=d,k VAR=a.b,e FUNC=a.b+e PERIODIC=NO | custom {of=[d], variables=[a.b], function=a.b+e}",
        "CUSTOM ARG=d,l.v-1 FUNC=x+y PERIODIC=NO       | custom {of=[d], variables=[x], function=x+y; y = 2}",
        "CUSTOM ARG=t FUNC=2*x PERIODIC=-2pi,+2*PI      | custom {of=[t], variables=[x], function=2*x, periodic=[-6.283185307179586, 6.283185307179586]}"
      })
  void functionsOfValuesAreSumsOrExpressions(String action, String expected) throws Exception {
    assertEquals(expected, function(action));
  }

  @Test
  void aCosineOfATorsionIsAFunctionOfIt() throws Exception {
    ImportedCoordinates read = read("t: TORSION ATOMS=1-4 COSINE");
    assertEquals("t_torsion", read.entries().get(0).name());
    assertEquals(
        "{function=cos(x), of=[t_torsion], variables=[x]}",
        new java.util.TreeMap<>(read.entries().get(1).values()).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: FOO ATOMS=1                    | 1: x: FOO: the action has no counterpart",
        "FOO ATOMS=1                       | 1: FOO: the action has no counterpart",
        "x: DISTANCE ATOMS=1,2 COLOUR=red  | 1: x: DISTANCE: COLOUR is not read here",
        "x: DISTANCE ATOMS=1,2 RED GREEN   | 1: x: DISTANCE: RED, GREEN are not read here",
        "x: DISTANCE ATOMS=1,2,3           | 1: x: DISTANCE: ATOMS names 3 atoms, and must name 2",
        "x: DISTANCE ATOMS=1,b             | 1: x: DISTANCE: 'b' is neither an atom nor a group or centre of this file",
        "x: DISTANCE                       | 1: x: DISTANCE: ATOMS is missing",
        "x: DISTANCE ATOMS=1,2 SCALED_COMPONENTS | 1: x: DISTANCE: SCALED_COMPONENTS, fractions of the box, have no counterpart",
        "x: CENTER ATOMS=1,2 PHASES        | 1: x: CENTER: centres by PHASES, means of angles over the box, are not read; without it the atoms are put together and averaged",
        "x: CUSTOM ARG=y FUNC=x PERIODIC=NO | 1: x: CUSTOM: there is no value 'y' above it",
        "x: COORDINATION GROUPA=1,2 SWITCH={CUSTOM FUNC=x R_0=1} | 1: x: COORDINATION: the switching function 'CUSTOM' has no counterpart (those that have: COSINUS, CUBIC, EXP, GAUSSIAN, Q, RATIONAL, SMAP, TANH)",
        "x: GYRATION ATOMS=1-3 TYPE=ROUND  | 1: x: GYRATION: TYPE=ROUND is not read",
        "x: RMSD REFERENCE=none.pdb        | 1: x: RMSD: there is no file 'none.pdb' (REFERENCE)",
        "x: GROUP ATOMS=5-1                | 1: x: GROUP: the stride of '5-1' leads away from its end",
        "x: GROUP ATOMS=1-900000000        | 1: x: GROUP: '1-900000000' names too many atoms",
        "x: METAD ARG=d                    | 1: x: METAD: it biases a run and is not read; where the trajectory was made with it, give its frames their weights (source.weights)"
      })
  void whatHasNoCounterpartIsNamedWithItsLine(String text, String message) throws Exception {
    assertEquals(message, unread(text));
  }

  @Test
  void whatIsMadeOfUnreadValuesSaysSo() throws Exception {
    ImportedCoordinates read =
        read("x: FOO ATOMS=1\ny: CUSTOM ARG=x.a FUNC=x PERIODIC=NO\nd: DISTANCE ATOMS=x,1");
    assertEquals(
        "y: CUSTOM: it takes 'x.a', which is not read (line 1)", read.unread().get(1).reason());
    assertEquals(
        "d: DISTANCE: 'x' cannot be used: line 1, x: FOO: the action has no counterpart",
        read.unread().get(2).reason());
  }

  @Test
  void badExpressionsSayWhere() throws Exception {
    ImportedCoordinates read = read("d: DISTANCE ATOMS=1,2\nx: CUSTOM ARG=d FUNC=x+q PERIODIC=NO");
    assertEquals(
        "x: CUSTOM: FUNC=x+q, character 3: 'q' is no variable (accepted: x)",
        read.unread().get(0).reason());
  }

  @Test
  void whatTurnsTheSystemLeavesWhatDependsOnItUnread() throws Exception {
    ImportedCoordinates read =
        read(
            """
            p: POSITION ATOM=1
            FIT_TO_TEMPLATE REFERENCE=ref.pdb TYPE=OPTIMAL
            d: DISTANCE ATOMS=1,2
            q: POSITION ATOM=1
            e: DISTANCE ATOMS=1,2 COMPONENTS
            """);
    assertEquals(
        List.of("p_x", "p_y", "p_z", "d"), read.entries().stream().map(Entry::name).toList());
    assertEquals(3, read.unread().size());
  }

  @Test
  void biasesAndNeighbourListsAreSaid() throws Exception {
    List<String> notes =
        read("""
            d: DISTANCE ATOMS=1,2
            RESTRAINT ARG=d AT=0 KAPPA=1
            c: COORDINATION GROUPA=1 GROUPB=2 R_0=1 NLIST NL_CUTOFF=2 NL_STRIDE=10
            PRINT ARG=* FILE=COLVAR
            WHOLEMOLECULES ENTITY0=1-5
            e: DISTANCE ATOMS=1,2 NOPBC
            """)
            .notes();
    assertEquals(3, notes.size(), notes::toString);
    assertTrue(notes.get(0).startsWith("plumed.dat:2: RESTRAINT: it biases a run"));
    assertTrue(notes.get(1).startsWith("plumed.dat:3: no neighbour list is kept here"));
    assertTrue(notes.get(2).startsWith("plumed.dat:6: NOPBC takes positions as they stand"));
  }

  @Test
  void moleculesMadeWholeAreToldFromPositionsAsTheyStand() throws Exception {
    String text =
        """
        WHOLEMOLECULES ENTITY0=1-4 ENTITY1=5-9
        a: GYRATION ATOMS=2-4 NOPBC
        b: GYRATION ATOMS=4-6 NOPBC
        """;
    assertEquals("{atoms=[2, 3, 4], component=radius}", entry("a", text).values().toString());
    assertEquals(
        "{atoms=[4, 5, 6], nearest-image=false, component=radius}",
        entry("b", text).values().toString());
  }

  /** What describe prints for a type is read as a coordinate of that type. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "position",
        "distance",
        "angle",
        "torsion",
        "linear-combination",
        "custom",
        "gyration",
        "coordination",
        "contact-map",
        "minimum-distance",
        "dipole",
        "volume",
        "cell",
        "alpha-beta",
        "dihedral-correlation",
        "puckering",
        "rmsd",
        "distance-rmsd",
        "path",
        "principal-component"
      })
  void theLinesForATypeAskForIt(String type) throws Exception {
    String frame =
        "ATOM      1  C   UNK A   1       1.000   0.000   0.000  1.00  1.00           C\nEND\n";
    write("reference.pdb", frame);
    write("path.pdb", frame + frame);
    write("modes.pdb", frame + frame);
    ImportedCoordinates read = read(String.join("\n", new PlumedImport().counterpart(type)));
    assertEquals(List.of(), read.unread());
    Entry last = read.entries().get(read.entries().size() - 1);
    assertEquals(type, last.type());
  }

  @Test
  void productsAndDifferencesAreAskedForByWhatTheyAre() throws Exception {
    for (String type : new String[] {"product", "distance-difference"}) {
      ImportedCoordinates read = read(String.join("\n", new PlumedImport().counterpart(type)));
      assertEquals(List.of(), read.unread());
      assertEquals(3, read.entries().size());
    }
    assertEquals(List.of(), new PlumedImport().counterpart("irc"));
  }

  @Test
  void damagedTextIsReadOrRefused() throws IOException {
    String sound =
        """
        # all of it
        UNITS LENGTH=A TIME=0.01
        MOLINFO STRUCTURE=none.pdb
        g: GROUP ATOMS=1-10:2,@phi-2 REMOVE=3 SORT
        c1: COM ATOMS=1,2,g NOPBC
        c2: CENTER ATOMS=1-3 WEIGHTS=1,2,3
        d: DISTANCE ...
          ATOMS=c1,c2 COMPONENTS
        ... d:
        t: TORSION VECTOR1=1,2 AXIS={3 4} VECTOR2=5,6 COSINE
        n: COORDINATION GROUPA=g GROUPB=1-4 SWITCH={RATIONAL R_0=0.3 NN=6 D_MAX=2}
        m: CONTACTMAP ATOMS1=1,2 ATOMS2=3,4 SWITCH={EXP R_0=1} REFERENCE1=0.5 CMDIST
        a: ALPHABETA ATOMS1=1-4 ATOMS2=@psi-3 REFERENCE1=pi REFERENCE2=-pi/2
        f: CUSTOM ARG=d.*,n VAR=a,b,c,e FUNC=a*b-exp(c/e)^2 PERIODIC=-pi,pi
        h: COMBINE ARG=(d.[xy]),m POWERS=2,1,1 COEFFICIENTS=1,2,3 PARAMETERS=0.1,0,1 PERIODIC=NO
        METAD ARG=f,h SIGMA=0.1,0.2 HEIGHT=1 PACE=500
        PRINT ARG=* FILE=COLVAR
        """;
    String[] words = {
      "\n",
      " ",
      "{",
      "}",
      "...",
      ":",
      "=",
      ",",
      "-",
      "#",
      "ATOMS=",
      "ARG=*",
      "@",
      "(",
      ")",
      "[",
      "1-999999999",
      "\u0000",
      "é",
      "g",
      "c1",
      "99999999999999999999",
      "LABEL=d",
      "NOPBC",
      ":-3",
      "*.",
      "\\",
      "INCLUDE FILE=plumed.dat",
      "@ndx:x"
    };
    Random random = new Random(20140118);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60 + TRIES / 50),
        () -> {
          int read = 0;
          for (int n = 0; n < TRIES; n++) {
            StringBuilder text = new StringBuilder(sound);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
              int at = random.nextInt(text.length());
              int length = random.nextInt(Math.min(6, text.length() - at) + 1);
              text.replace(at, at + length, words[random.nextInt(words.length)]);
            }
            try {
              ImportedCoordinates all = read(text.toString());
              for (Entry entry : all.entries()) {
                assertTrue(entry.name().matches("[A-Za-z][A-Za-z0-9_]*"), entry.name());
                lookUp(entry.values());
              }
              read++;
            } catch (InputException e) {
              assertTrue(e.getMessage().startsWith(folder.toString()), e.getMessage());
              assertEquals(-1, e.getMessage().indexOf('\n'), e.getMessage());
            }
          }
          assertTrue(read > TRIES / 10, "only " + read + " could be read");
        });
  }

  private static void lookUp(Object value) {
    if (value instanceof PointSelection selection) {
      try {
        assertTrue(!selection.points(structure()).isEmpty());
      } catch (SelectionException e) {
        assertEquals(-1, e.getMessage().indexOf('\n'), e.getMessage());
      }
    } else if (value instanceof List<?> list) {
      list.forEach(PlumedImportTest::lookUp);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(PlumedImportTest::lookUp);
    }
  }
}
