package org.chikei.batch.engine;

import org.chikei.api.model.Simulator;
import org.chikei.api.series.Series;

/**
 * All runs of a model.
 *
 * @param written the model's type
 * @param description what it is, for a person
 * @param simulation what makes its frames
 */
public record ModelPart(String written, String description, Simulator.Simulation simulation)
    implements SourcePart {

  @Override
  public Series open() {
    return simulation.open();
  }
}
