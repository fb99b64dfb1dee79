package org.chikei.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomNamingTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '|',
      value = {
        " CA ,ALA,C",
        "CA  ,ALA,C",
        "CA  ,CA,Ca",
        "CA  ,LIG,Ca",
        "HH31,ACE,H",
        "1HB ,ALA,H",
        "HG11,VAL,H",
        "HG  ,HG,Hg",
        " HG ,SER,H",
        "HE21,LIG,H",
        "NA  ,NA,Na",
        "NA  ,NA+,Na",
        " NA ,HEM,N",
        "FE  ,HEM,Fe",
        "CL  ,CL,Cl",
        "CL1 ,LIG,Cl",
        "CL12,LIG,Cl",
        " CL ,CL-,Cl",
        "Cl- ,Cl-,Cl",
        "CLA ,CLA,Cl",
        "SOD ,SOD,Na",
        "POT ,POT,K",
        "ZN  ,ZN2,Zn",
        "SE  ,MSE,Se",
        " SD ,MET,S",
        " OW ,SOL,O",
        " HW1,SOL,H",
        " OH2,TIP3,O",
        " O5',DA,O",
        " P  ,DA,P",
        " D  ,LIG,D",
        " DG ,SER,D",
        "BR1 ,LIG,Br",
        " Cl1,LIG,Cl"
      })
  void namesOfPdbFilesTellElements(String columns, String residue, String symbol) {
    assertEquals(symbol, AtomNaming.fromColumns(columns, residue, true).orElseThrow().symbol());
  }

  @ParameterizedTest
  @CsvSource({"MW,SOL", "EPW,WAT", "LP1,HOH", "M,TIP4"})
  void extraSitesOfWaterAreNoAtoms(String name, String residue) {
    assertTrue(AtomNaming.fromNames(name, residue).orElseThrow().isSite());
  }

  @Test
  void aNameThatIsAlignedToTheLeftShowsThatColumnsSayNothing() {
    assertTrue(AtomNaming.leftAligned("N   "));
    assertEquals("C", AtomNaming.fromColumns("CA  ", "LIG", false).orElseThrow().symbol());
    assertEquals("Cl", AtomNaming.fromColumns("CL1 ", "LIG", false).orElseThrow().symbol());
  }

  @Test
  void aNameThatStartsWithNoElementTellsNothing() {
    assertTrue(AtomNaming.fromColumns(" QQ1", "LIG", true).isEmpty());
    assertTrue(AtomNaming.fromColumns(" 123", "LIG", true).isEmpty());
  }
}
