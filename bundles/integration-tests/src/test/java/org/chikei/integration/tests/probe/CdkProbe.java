package org.chikei.integration.tests.probe;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.vecmath.Point3d;
import org.openscience.cdk.depict.DepictionGenerator;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.io.FormatFactory;
import org.openscience.cdk.io.PDBReader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smarts.SmartsPattern;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.ChemFileManipulator;

/** Uses CDK from within a framework, as the structure bundle does. */
public final class CdkProbe implements Callable<Map<String, Object>> {

  private static final String WATER =
      """
      HETATM    1  O   HOH A   1       0.000   0.000   0.000  1.00  0.00           O
      HETATM    2  H1  HOH A   1       0.957   0.000   0.000  1.00  0.00           H
      HETATM    3  H2  HOH A   1      -0.240   0.927   0.000  1.00  0.00           H
      END
      """;

  /** Made by the test. */
  public CdkProbe() {}

  @Override
  public Map<String, Object> call() throws Exception {
    IChemFile file;
    try (PDBReader reader = new PDBReader(new StringReader(WATER))) {
      file = reader.read(SilentChemObjectBuilder.getInstance().newInstance(IChemFile.class));
    }
    IAtomContainer water = ChemFileManipulator.getAllAtomContainers(file).get(0);
    Point3d first = water.getAtom(1).getPoint3d();
    IAtomContainer ethanol =
        new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles("CCO");
    return Map.of(
        "atoms",
        water.getAtomCount(),
        "element",
        water.getAtom(0).getSymbol(),
        "x",
        first.x,
        "hydroxyls",
        SmartsPattern.create("[OX2H]").matchAll(ethanol).countUnique(),
        "format",
        guessedFormat(),
        "drawing",
        new DepictionGenerator().depict(ethanol).toSvgStr());
  }

  /** CDK finds its formats with the thread's context class loader. */
  private static String guessedFormat() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(FormatFactory.class.getClassLoader());
    try {
      return new FormatFactory()
          .guessFormat(new ByteArrayInputStream(WATER.getBytes(StandardCharsets.US_ASCII)))
          .getFormatName();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
