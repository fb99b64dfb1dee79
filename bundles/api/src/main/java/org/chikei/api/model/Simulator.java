package org.chikei.api.model;

import java.util.List;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.series.Series;
import org.osgi.annotation.versioning.ProviderType;

/** Integrates models in time. Provided by the models bundle. Thread-safe. */
@ProviderType
public interface Simulator {

  /**
   * The keys that a job may give beside the model: the dynamics, how many segments of how many
   * frames, their spacing, the seed.
   *
   * @return the declarations; the same at each call
   */
  List<ParameterDeclaration> parameters();

  /**
   * Prepares a simulation.
   *
   * @param model the system
   * @param kT the thermal energy
   * @param parameters the job's values of {@link #parameters}
   * @return what can be opened again and again, each time with the same numbers
   * @throws ParameterException if the dynamics do not suit the model
   */
  Simulation prepare(Model model, double kT, Parameters parameters) throws ParameterException;

  /** A simulation that has not begun. */
  interface Simulation {

    /**
     * Begins at the first segment. Each segment is one unbroken run in time, its number known by
     * {@link org.chikei.api.trajectory.FrameBatch#beginsSegment}.
     *
     * @return the series: a column {@code time} and the columns of the variables
     */
    Series open();

    /**
     * The columns of a variable.
     *
     * @param variable its number from 0
     * @return the columns
     */
    VariableColumns columns(int variable);
  }

  /**
   * Where a variable stands in the series.
   *
   * @param value the name of the column of its values
   * @param velocity the name of the column of q̇; empty where there is none
   * @param acceleration the name of the column of q̈, without friction and noise; empty where there
   *     is none
   * @param inverseMass 1/m; NaN where there is none
   */
  record VariableColumns(String value, String velocity, String acceleration, double inverseMass) {}
}
