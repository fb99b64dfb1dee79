package org.chikei.batch.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.registry.Registry;

/** A registry that is filled by hand and counts what is borrowed. */
public final class FakeRegistry implements Registry {
  private final List<Entry<?>> entries = new ArrayList<>();
  private int borrowed;

  /** Everything that this package has. */
  public static FakeRegistry full() {
    return new FakeRegistry()
        .add(org.chikei.api.trajectory.TrajectoryFormat.class, "FAKE", new FakeFormat())
        .add(org.chikei.api.structure.StructureFormat.class, "ATOMS", new FakeStructures())
        .add(org.chikei.api.structure.AtomSelector.class, "", new FakeSelector())
        .add(FakeCoordinates.KIND, "span", new FakeCoordinates.Span())
        .add(FakeCoordinates.KIND, "product", new FakeCoordinates.Product())
        .add(FakeCoordinates.KIND, "turn", new FakeCoordinates.Turn())
        .add(FakeCoordinates.KIND, "zeroed", new FakeCoordinates.Zeroed())
        .add(org.chikei.api.analysis.AnalysisStep.class, "record", new RecordStep("record"))
        .add(org.chikei.api.analysis.AnalysisStep.class, "fail", new FailingStep())
        .add(org.chikei.api.result.ResultWriter.class, "csv", new FakeWriter());
  }

  public <T> FakeRegistry add(Class<T> kind, String type, T service) {
    entries.add(new Entry<>(kind, type, service));
    return this;
  }

  /** Lets the provider of a type leave. */
  public void remove(String type) {
    entries.stream().filter(e -> e.type.equals(type)).forEach(e -> e.gone = true);
  }

  /** How many services are in use. */
  public int borrowed() {
    return borrowed;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> List<Provider<T>> providers(Class<T> kind) {
    TreeMap<String, Provider<T>> found = new TreeMap<>();
    for (Entry<?> entry : entries) {
      if (entry.kind == kind && !entry.gone) {
        found.putIfAbsent(entry.type, (Provider<T>) entry);
      }
    }
    return List.copyOf(found.values());
  }

  @Override
  public <T> T borrow(Provider<T> provider) {
    T service = ((Entry<T>) provider).service;
    borrowed += service == null ? 0 : 1;
    return service;
  }

  @Override
  public void giveBack(Provider<?> provider) {
    borrowed--;
  }

  private static final class Entry<T> implements Provider<T> {
    final Class<T> kind;
    final String type;
    final T service;
    volatile boolean gone;

    Entry(Class<T> kind, String type, T service) {
      this.kind = kind;
      this.type = type;
      this.service = service;
    }

    @Override
    public String type() {
      return type;
    }

    @Override
    public String summary() {
      return "a fake";
    }

    @Override
    public String bundle() {
      return "org.chikei.fake 1.0.0";
    }

    @Override
    public boolean gone() {
      return gone;
    }
  }
}
