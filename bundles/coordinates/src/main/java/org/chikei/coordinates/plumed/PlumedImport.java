package org.chikei.coordinates.plumed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CoordinateImport;
import org.chikei.api.coordinate.ImportedCoordinates;
import org.osgi.service.component.annotations.Component;

/** Reads the coordinates of a PLUMED input. */
@Component(
    property = {
      ServiceProperties.TYPE + "=plumed",
      ServiceProperties.SUMMARY + "=the coordinates of a PLUMED input file"
    })
public final class PlumedImport implements CoordinateImport {

  @Override
  public ImportedCoordinates read(Path file) throws IOException {
    return new Translation(file).translate(ActionReader.read(file));
  }

  @Override
  public List<String> counterpart(String type) {
    return Counterparts.of(type);
  }
}
