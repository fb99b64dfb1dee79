package org.chikei.structure;

import java.nio.file.Path;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.structure.Structure;
import org.chikei.structure.cdk.MoleculeConverter;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.osgi.service.component.annotations.Component;

/** Structures of molecules that another bundle holds; there is no file to name in messages. */
@Component
public final class ConvertedMolecules implements MoleculeConverter {
  private static final Path UNNAMED = Path.of("molecule");

  /** Makes the converter; it keeps nothing between molecules. */
  public ConvertedMolecules() {}

  @Override
  public Structure structure(IAtomContainer molecule) throws InputException {
    return MoleculeConversion.of(UNNAMED, molecule).structure(List.of());
  }
}
