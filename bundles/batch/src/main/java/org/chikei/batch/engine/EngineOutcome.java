package org.chikei.batch.engine;

import java.util.List;
import java.util.Map;
import org.chikei.api.result.StepResult;

/**
 * What a run gave.
 *
 * @param results the results of the steps that gave one, in the job's order
 * @param failures why the others gave none, by name
 * @param unexpected whether a step failed in a way that no input should make it fail
 * @param warnings what concerns the whole input
 * @param log what became known of the input
 * @param windows how the windows were joined; null where there are none
 */
public record EngineOutcome(
    List<StepResult> results,
    Map<String, String> failures,
    boolean unexpected,
    List<String> warnings,
    InputLog log,
    StepResult windows) {}
