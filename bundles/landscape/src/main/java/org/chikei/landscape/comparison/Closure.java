package org.chikei.landscape.comparison;

import org.chikei.api.result.Quantity;
import org.chikei.landscape.profile.Comparison;
import org.chikei.landscape.profile.Curves;
import org.chikei.landscape.profile.Influences;
import org.chikei.landscape.words.Places;

/**
 * By how much energies that are integrated around a circle fail to come back to where they began.
 *
 * @param vm of the potential of mean force, which need not where the effective mass changes
 * @param ching of Ching's density, which must within its error
 */
record Closure(Quantity vm, Quantity ching) {

  /** The closure of a comparison whose circle is sampled all around. */
  static Closure of(Comparison comparison) {
    String unit = Places.energyUnit(comparison.overview().reducedUnits());
    Curves curves = comparison.curves();
    Influences influences = comparison.influences();
    return new Closure(
        new Quantity(curves.closureVm(), influences.of(influences.ofClosureVm()), unit),
        new Quantity(curves.closureChing(), influences.of(influences.ofClosureChing()), unit));
  }
}
