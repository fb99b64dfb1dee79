package org.chikei.batch.fake;

/** Atoms that each swing around a place of their own, so that everything is known exactly. */
public final class FakeMotion {
  private FakeMotion() {}

  public static double frequency(int atom, int component) {
    return 1.1 + 0.37 * atom + 0.21 * component;
  }

  private static double phase(int atom, int component, double time) {
    return frequency(atom, component) * time + 0.5 * atom + component;
  }

  public static double position(int atom, int component, double time) {
    double rest = component == 0 ? 0.3 * atom : 0.05 * ((atom * (component + 2)) % 3);
    return rest + 0.04 * Math.sin(phase(atom, component, time));
  }

  public static double velocity(int atom, int component, double time) {
    return 0.04 * frequency(atom, component) * Math.cos(phase(atom, component, time));
  }

  public static double acceleration(int atom, int component, double time) {
    double w = frequency(atom, component);
    return -0.04 * w * w * Math.sin(phase(atom, component, time));
  }

  public static double mass(int atom) {
    return 12 + atom;
  }
}
