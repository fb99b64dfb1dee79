package org.chikei.integration.tests.probe;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Workbench;
import org.chikei.api.structure.Structure;
import org.chikei.structure.cdk.MoleculeConverter;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Runs a job on a molecule of CDK that no file holds. */
public final class MoleculeProbe implements BiFunction<Path, Path, String> {
  private final BundleContext context =
      FrameworkUtil.getBundle(MoleculeProbe.class).getBundleContext();

  /** Made by the test. */
  public MoleculeProbe() {}

  private <T> T service(Class<T> type) {
    return context.getService(context.getServiceReference(type));
  }

  /** What the first step found. */
  @Override
  public String apply(Path job, Path output) {
    try {
      IAtomContainer butane =
          new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles("CCCC");
      Structure structure = service(MoleculeConverter.class).structure(butane);
      JobOutcome outcome =
          service(Workbench.class)
              .run(
                  new JobRequest(job, Map.of(), Optional.of(output), 2).withStructure(structure),
                  JobMonitor.NONE);
      return outcome.result().steps().get(0).headline();
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
