package org.chikei.benchmarks;

import java.util.List;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.StructureFormat;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.registry.Registry;
import org.chikei.coordinates.DistanceProvider;
import org.chikei.coordinates.TorsionProvider;
import org.chikei.landscape.comparison.ComparisonStep;
import org.chikei.landscape.density.FreeEnergyStep;
import org.chikei.structure.PdbFormat;
import org.chikei.structure.selection.AtomExpressions;
import org.chikei.trajectory.trr.TrrFormat;

/** The services that the example job needs, without a framework. */
final class GivenServices implements Registry {

  /** In the order of the types within a kind. */
  private static final List<Given<?>> ALL =
      List.of(
          new Given<>(TrajectoryFormat.class, "TRR", new TrrFormat()),
          new Given<>(StructureFormat.class, "PDB", new PdbFormat()),
          new Given<>(AtomSelector.class, "names", new AtomExpressions()),
          new Given<>(CollectiveVariableProvider.class, "distance", new DistanceProvider()),
          new Given<>(CollectiveVariableProvider.class, "torsion", new TorsionProvider()),
          new Given<>(AnalysisStep.class, "comparison", new ComparisonStep()),
          new Given<>(AnalysisStep.class, "free-energy", new FreeEnergyStep()));

  @Override
  @SuppressWarnings("unchecked") // what is given under a kind is of that kind
  public <T> List<Provider<T>> providers(Class<T> kind) {
    return ALL.stream().filter(g -> g.kind == kind).map(g -> (Provider<T>) g).toList();
  }

  @Override
  public <T> T borrow(Provider<T> provider) {
    return ((Given<T>) provider).service;
  }

  @Override
  public void giveBack(Provider<?> provider) {}

  private record Given<T>(Class<T> kind, String type, T service) implements Provider<T> {

    @Override
    public String summary() {
      return "";
    }

    @Override
    public String bundle() {
      return "org.chikei.benchmarks";
    }

    @Override
    public boolean gone() {
      return false;
    }
  }
}
