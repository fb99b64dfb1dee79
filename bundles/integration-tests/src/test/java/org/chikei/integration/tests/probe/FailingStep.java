package org.chikei.integration.tests.probe;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepRequest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A step that throws what no step should throw. */
public final class FailingStep implements BundleActivator, AnalysisStep, Analysis {

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
    return new Declaration("fail", "fails", "", "", "", "", List.of());
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
    return this;
  }

  @Override
  public SampleRequirements requirements() {
    return SampleRequirements.VALUES;
  }

  @Override
  public Collector collect(DataOverview overview) {
    throw new IllegalStateException("the sky fell");
  }
}
