package org.chikei.batch.job;

import java.util.List;
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
 * @param windows what makes them under each restraint; empty where there is none
 * @param place where it stands
 */
public record ModelText(
    String type,
    Map<String, Object> parameters,
    Map<String, Object> settings,
    Model model,
    Simulator.Simulation simulation,
    List<Simulator.Simulation> windows,
    Place place) {}
