package org.chikei.api.analysis;

/** Where the velocity and the acceleration of a coordinate come from. */
public enum Kinetics {
  /** From the stored velocities and forces (22), (12). */
  DIRECT("direct"),
  /**
   * From positions, forces and the temperature: averaged over the Maxwell distribution (23), (24).
   */
  MOMENTUM_AVERAGED("momentum-averaged"),
  /** From the series of values alone, by central differences. */
  SERIES("series");

  private final String word;

  Kinetics(String word) {
    this.word = word;
  }

  /**
   * The word that a job uses.
   *
   * @return for instance {@code momentum-averaged}
   */
  public String word() {
    return word;
  }
}
