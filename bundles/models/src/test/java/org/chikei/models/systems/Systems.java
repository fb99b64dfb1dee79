package org.chikei.models.systems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chikei.api.model.FirstOrderModel;
import org.chikei.api.model.MechanicalModel;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;

/** All built-in systems for tests, made by their providers. */
public final class Systems {
  private Systems() {}

  /** Every provider of the bundle. */
  public static List<ModelProvider> providers() {
    return List.of(
        new DoubleWellProvider(),
        new MullerBrownProvider(),
        new HarmonicModesProvider(),
        new ChainProvider(),
        new EllipticProvider(),
        new PolarProvider(),
        new MoleculeProvider(),
        new KacZwanzigProvider(),
        new RotatingTrapProvider(),
        new NoseHooverChainProvider(),
        new LorenzProvider(),
        new GeneSwitchProvider());
  }

  /** A model with some values in place of the defaults. */
  public static Model make(String type, Map<String, Object> values) {
    ModelProvider provider =
        providers().stream()
            .filter(p -> p.declaration().type().equals(type))
            .findFirst()
            .orElseThrow();
    Map<String, Object> all = new LinkedHashMap<>();
    for (ParameterDeclaration declared : provider.declaration().parameters()) {
      declared.defaultValue().ifPresent(d -> all.put(declared.name(), d));
    }
    all.putAll(values);
    try {
      return provider.create(new Parameters(all));
    } catch (ParameterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<Model> varied() {
    return Stream.of(
        make("double-well-2d", Map.of()),
        make("double-well-2d", Map.of("h", 2.0, "k", 20.0, "coupling", 1.5)),
        make("muller-brown", Map.of("scale", 0.2)),
        make("harmonic-modes", Map.of()),
        make("chain", Map.of("masses", 5L)),
        make("chain", Map.of("masses", 5L, "alpha", 0.5, "beta", 1.0)),
        make("elliptic-hill", Map.of()),
        make("polar-well", Map.of("radius", 1.5, "tilt", 0.7)),
        make("polar-well", Map.of("dimensions", 3L, "k", 4.0)),
        make("free-molecule", Map.of()),
        make("free-molecule", Map.of("atoms", 4L, "bend", 30.0)),
        make("kac-zwanzig", Map.of("oscillators", 6L)),
        make("rotating-trap", Map.of()),
        make("nose-hoover-chain", Map.of()),
        make("nose-hoover-chain", Map.of("h", 1.0, "thermostats", 1L, "mass", 2.0)),
        make("lorenz-63", Map.of()),
        make("gene-switch", Map.of("n", 3L)));
  }

  /** Models of masses, of several parameters. */
  public static List<MechanicalModel> masses() {
    return varied()
        .filter(MechanicalModel.class::isInstance)
        .map(MechanicalModel.class::cast)
        .toList();
  }

  /** Models of first order, of several parameters. */
  public static List<FirstOrderModel> firstOrder() {
    return varied()
        .filter(FirstOrderModel.class::isInstance)
        .map(FirstOrderModel.class::cast)
        .toList();
  }
}
