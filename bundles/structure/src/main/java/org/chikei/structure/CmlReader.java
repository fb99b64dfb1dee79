package org.chikei.structure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.chikei.api.structure.Structure;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomContainerSet;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.interfaces.IChemModel;
import org.openscience.cdk.interfaces.IChemSequence;
import org.openscience.cdk.io.CMLReader;
import org.openscience.cdk.silent.AtomContainer;
import org.openscience.cdk.silent.ChemFile;

/** Reads the first model of one CML file, with all its molecules, after a check of its markup. */
final class CmlReader {
  private final Path file;

  CmlReader(Path file) {
    this.file = file;
  }

  Structure read() throws IOException {
    CmlMarkup.check(file);
    List<IChemModel> models = models();
    IAtomContainer molecule = new AtomContainer();
    if (!models.isEmpty()) {
      IAtomContainerSet molecules = models.get(0).getMoleculeSet();
      if (molecules != null) {
        molecules.atomContainers().forEach(molecule::add);
      } else if (models.get(0).getCrystal() != null) {
        molecule.add(models.get(0).getCrystal());
      }
    }
    if (molecule.isEmpty()) {
      throw new InputException(file, "no molecule with atoms; the file is no CML file or is empty");
    }
    List<String> notes = new ArrayList<>();
    if (models.size() > 1) {
      notes.add("the structure has more than one model; the first one is used");
    }
    return MoleculeConversion.of(file, molecule).structure(notes);
  }

  private List<IChemModel> models() throws IOException {
    List<IChemModel> models = new ArrayList<>();
    try (InputStream bytes = FileContent.stream(file);
        CMLReader reader = new CMLReader(bytes)) {
      IChemFile content = reader.read(new ChemFile());
      for (IChemSequence sequence : content.chemSequences()) {
        sequence.chemModels().forEach(models::add);
      }
    } catch (CDKException | RuntimeException e) {
      throw new InputException(file, "CDK cannot read it: " + MoleculeConversion.oneLine(e), e);
    }
    return models;
  }
}
