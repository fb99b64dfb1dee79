package org.chikei.models.dynamics;

import java.util.Arrays;
import java.util.List;

/** How a model moves in time. */
enum Dynamics {
  /** m q̈ = F, from canonical initial conditions. */
  HAMILTONIAN("hamiltonian"),
  /** m q̈ = F − m γ q̇ + noise. */
  LANGEVIN("langevin"),
  /** m q̈ = F under a chain of thermostats. */
  NOSE_HOOVER("nose-hoover"),
  /** m γ q̇ = F + noise. */
  OVERDAMPED("overdamped"),
  /** ż = f(z). */
  FIRST_ORDER("first-order");

  private final String word;

  Dynamics(String word) {
    this.word = word;
  }

  /** What a job writes. */
  String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Dynamics::word).toList();
  }

  static Dynamics of(String word) {
    return values()[words().indexOf(word)];
  }
}
