package org.chikei.batch.job;

import java.util.Map;
import org.chikei.api.model.Model;
import org.chikei.api.model.Simulator;
import org.chikei.batch.text.Place;

/**
 * A model as a source, and how it moves.
 *
 * @param type its type
 * @param parameters its parameters, defaults filled in
 * @param settings the dynamics, segments, frames and so on, defaults filled in
 * @param model the model
 * @param simulation what makes its frames
 * @param place where it stands
 */
public record ModelText(
    String type,
    Map<String, Object> parameters,
    Map<String, Object> settings,
    Model model,
    Simulator.Simulation simulation,
    Place place) {}
