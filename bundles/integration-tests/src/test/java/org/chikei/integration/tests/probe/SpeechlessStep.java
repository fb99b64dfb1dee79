package org.chikei.integration.tests.probe;

import java.util.Hashtable;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.StepRequest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A step whose bundle lacks a class that it needs to say what it takes. */
public final class SpeechlessStep implements BundleActivator, AnalysisStep {

  /** Made by the framework. */
  public SpeechlessStep() {
    // stateless
  }

  @Override
  public void start(BundleContext context) {
    context.registerService(
        AnalysisStep.class,
        this,
        new Hashtable<>(
            Map.of(ServiceProperties.TYPE, "speechless", ServiceProperties.SUMMARY, "is mute")));
  }

  @Override
  public void stop(BundleContext context) {
    // the framework takes the service back
  }

  @Override
  public Declaration declaration() {
    throw new NoClassDefFoundError("org/example/Missing");
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
    throw new AssertionError("nothing was declared");
  }
}
