package org.chikei.models.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelVariable;
import org.chikei.api.model.Simulator;
import org.chikei.api.series.Series;
import org.chikei.models.sampling.HybridMonteCarlo;
import org.chikei.models.sampling.SeededRandom;

/**
 * A simulation that has not begun. Immutable.
 *
 * @param model the system
 * @param stationary what draws the states in which segments begin; empty where nothing does
 * @param kT the thermal energy
 * @param dynamics how it moves
 * @param friction γ of Langevin's equation
 * @param relaxation the time of Nosé–Hoover thermostats
 * @param segments how many segments there are
 * @param frames how many frames each has
 * @param spacing the time between frames
 * @param longestStep the longest step of integration
 * @param seed what chance depends on
 */
record SimulationPlan(
    Model model,
    Optional<Model.StateDraw> stationary,
    double kT,
    Dynamics dynamics,
    double friction,
    double relaxation,
    int segments,
    int frames,
    double spacing,
    double longestStep,
    long seed)
    implements Simulator.Simulation {

  @Override
  public Series open() {
    return new ModelSeries(this);
  }

  @Override
  public Simulator.VariableColumns columns(int variable) {
    String name = model.variables().get(variable).name();
    boolean moves = moves();
    return new Simulator.VariableColumns(
        name,
        moves ? velocityName(name) : "",
        moves ? accelerationName(name) : "",
        model instanceof MechanicalModel masses ? 1 / masses.masses()[variable] : Double.NaN);
  }

  /** Whether there are velocities and accelerations. */
  boolean moves() {
    return dynamics != Dynamics.OVERDAMPED && !noisy();
  }

  /** Whether chance drives a system of first order. */
  boolean noisy() {
    if (model instanceof FirstOrderModel system) {
      for (double sigma : system.noise()) {
        if (sigma != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the column of the velocities, or of the drift, is called. */
  static String velocityName(String variable) {
    return variable + "_velocity";
  }

  static String accelerationName(String variable) {
    return variable + "_acceleration";
  }

  static String driftName(String variable) {
    return variable + "_drift";
  }

  /** The names of the variables. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (ModelVariable variable : model.variables()) {
      names.add(variable.name());
    }
    return names;
  }

  /** Begins a segment from a state that is drawn for it. */
  Motion begin(int segment) {
    RandomGenerator random = new SeededRandom(seed, segment);
    double[] state = model.start();
    Steps steps = Steps.between(spacing, longestStep);
    if (model instanceof FirstOrderModel system) {
      if (stationary.isPresent()) {
        stationary.get().draw(random, state);
      } else {
        state = relaxed(system, state, random);
      }
      return new FirstOrderMotion(system, steps, state, random);
    }
    MechanicalModel masses = (MechanicalModel) model;
    double[] velocities = velocities(masses, random);
    if (stationary.isPresent()) {
      stationary.get().draw(random, state);
    } else if (masses.conservative()) {
      HybridMonteCarlo.draw(masses, kT, random, state);
    } else {
      Motion before = new Baoab(masses, relaxing(masses), state, velocities, kT, friction, random);
      before.advance();
      state = before.positions().clone();
      velocities = before.velocities().clone();
    }
    return switch (dynamics) {
      case HAMILTONIAN, FIRST_ORDER -> new VelocityVerlet(masses, steps, state, velocities);
      case LANGEVIN -> new Baoab(masses, steps, state, velocities, kT, friction, random);
      case OVERDAMPED -> new Overdamped(masses, steps, state, kT, friction, random);
      case NOSE_HOOVER -> {
        double[] rates = new double[NoseHoover.length()];
        for (int k = 0; k < rates.length; k++) {
          double mass = NoseHoover.thermostatMass(k, state.length, kT, relaxation);
          rates[k] = Math.sqrt(kT / mass) * random.nextGaussian();
        }
        yield new NoseHoover(masses, steps, state, velocities, kT, relaxation, rates);
      }
    };
  }

  /** Twenty times the longest time that the system needs to forget where it began. */
  private Steps relaxing(MechanicalModel masses) {
    double time = 20 * Math.max(1 / friction, friction / Math.pow(masses.fastest(kT), 2));
    return Steps.between(time, longestStep);
  }

  private double[] relaxed(FirstOrderModel system, double[] start, RandomGenerator random) {
    double[] scattered = start.clone();
    for (int a = 0; a < scattered.length; a++) {
      scattered[a] += 0.1 * random.nextGaussian();
    }
    Motion before =
        new FirstOrderMotion(
            system, Steps.between(20 * system.relaxation(), longestStep), scattered, random);
    before.advance();
    return before.positions().clone();
  }

  private double[] velocities(MechanicalModel masses, RandomGenerator random) {
    double[] velocities = masses.masses();
    for (int a = 0; a < velocities.length; a++) {
      velocities[a] = Math.sqrt(kT / velocities[a]) * random.nextGaussian();
    }
    return velocities;
  }
}
