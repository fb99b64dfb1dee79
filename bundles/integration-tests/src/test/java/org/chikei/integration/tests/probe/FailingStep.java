package org.chikei.integration.tests.probe;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.SampleBlock;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.result.StepResult;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A step that throws what no step should throw, or, if asked to, does not come back. */
public final class FailingStep
    implements BundleActivator, AnalysisStep, Analysis, Collector, Accumulator {

  /** What its bundle imports. */
  public static final String IMPORTS =
      "org.osgi.framework,org.chikei.api,org.chikei.api.analysis,org.chikei.api.parameter,"
          + "org.chikei.api.result";

  private volatile String hang;

  /** Made by the framework. */
  public FailingStep() {
    // stateless
  }

  @Override
  public void start(BundleContext context) {
    context.registerService(
        AnalysisStep.class,
        this,
        new Hashtable<>(
            Map.of(ServiceProperties.TYPE, "fail", ServiceProperties.SUMMARY, "fails")));
  }

  @Override
  public void stop(BundleContext context) {
    // the framework takes the service back
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "fail",
        "fails",
        "",
        "",
        "",
        "",
        List.of(
            ParameterDeclaration.optional(
                "hang",
                ParameterType.Choice.of("never", "preparing", "adding", "merging", "keeping"),
                "never",
                "",
                "where it hangs")));
  }

  @Override
  public int minimumCoordinates() {
    return 1;
  }

  @Override
  public int maximumCoordinates() {
    return 1;
  }

  @Override
  public Analysis prepare(StepRequest request) {
    hang = request.parameters().text("hang");
    hangAt("preparing");
    return this;
  }

  @Override
  public SampleRequirements requirements() {
    return SampleRequirements.VALUES;
  }

  @Override
  public Collector collect(DataOverview overview) {
    if (hang.equals("never")) {
      throw new IllegalStateException("the sky fell");
    }
    return this;
  }

  @Override
  public Accumulator accumulator() {
    return this;
  }

  @Override
  public void add(SampleBlock block) {
    hangAt("adding");
  }

  @Override
  public void merge(Accumulator next) {
    hangAt("merging");
  }

  @Override
  public void write(DataOutput out) {
    hangAt("keeping");
  }

  private void hangAt(String where) {
    while (hang.equals(where)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void read(DataInput in) {
    // holds nothing
  }

  @Override
  public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
    throw new StepFailure("came back");
  }
}
