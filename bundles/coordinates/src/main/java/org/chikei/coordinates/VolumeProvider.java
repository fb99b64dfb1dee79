package org.chikei.coordinates;

import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code volume}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + VolumeProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + VolumeProvider.SUMMARY
    })
public final class VolumeProvider implements CollectiveVariableProvider {
  static final String TYPE = "volume";
  static final String SUMMARY = "volume of the box";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "The volume of the periodic box of each frame. It is no function of the atoms: it has no"
            + " gradient and no mass, and its velocity comes from the series alone.",
        "R = |a·(b × c)|",
        "",
        "- {name: v, type: volume}",
        List.of());
  }

  @Override
  public Coordinate create(CoordinateRequest request) {
    return new CellQuantity("nm^3", CellQuantity::volume);
  }
}
