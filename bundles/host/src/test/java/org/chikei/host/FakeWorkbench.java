package org.chikei.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.Declaration;
import org.chikei.api.InputException;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.job.CheckReport;
import org.chikei.api.job.DerivativeReport;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.job.JobMonitor;
import org.chikei.api.job.JobOutcome;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.Problem;
import org.chikei.api.job.Workbench;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.result.Exhibit;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.Quantity;
import org.chikei.api.result.StepResult;
import org.chikei.api.structure.Structure;

/** Does what the name of the job file says. */
final class FakeWorkbench implements Workbench {
  final List<JobRequest> requests = new ArrayList<>();
  final List<String> started = new ArrayList<>();

  @Override
  public List<Installed> installed() {
    return List.of(
        new Installed("coordinate", "angle", "an angle", "org.chikei.coordinates 0.1.0", List.of()),
        new Installed("step", "comparison", "G and Vm", "org.chikei.landscape 0.1.0", List.of()),
        new Installed("format", "TRR", "GROMACS", "org.chikei.trajectory 0.1.0", List.of()));
  }

  @Override
  public Structure structure(Path file) {
    throw new AssertionError("no command asks");
  }

  @Override
  public List<Proposal> proposals(Path structure) {
    throw new AssertionError("no command asks");
  }

  @Override
  public String suggest(Path structure, int most) throws InputException {
    if (structure.endsWith("missing.pdb")) {
      throw new InputException(structure, "there is no such file");
    }
    return "coordinates: # " + structure + (most > 10 ? " all" : "") + "\n";
  }

  @Override
  public void init(Path structure, Path trajectory, Path job) throws InputException {
    if (job.endsWith("there.yaml")) {
      throw new InputException(job, "is there already");
    }
    started.add(structure + " " + trajectory + " " + job);
  }

  @Override
  public List<Declaration> describe(String type) {
    if (!type.equals("angle")) {
      return List.of();
    }
    return List.of(
        new Declaration(
            "angle",
            "an angle",
            "At the middle atom.",
            "cos θ = a·b/|a||b|",
            "anyone",
            "{name: a, type: angle, atoms: [1, 2, 3]}",
            List.of(
                ParameterDeclaration.required("atoms", new ParameterType.Points(3, 3), "", "ends"),
                ParameterDeclaration.optional(
                    "width", ParameterType.Real.POSITIVE, 2.0, "nm", "how wide"))));
  }

  @Override
  public String schema() {
    return "{}";
  }

  @Override
  public CheckReport check(JobRequest request) throws JobException, IOException {
    act(request, JobMonitor.NONE);
    return new CheckReport(
        List.of(new CheckReport.Fact("frames", "10")),
        List.of(new CheckReport.Fact("phi", "torsion of 1, 2, 3, 4")),
        List.of(new CheckReport.StepForecast("phi", "comparison", false, List.of("no forces"))),
        List.of("save forces"));
  }

  @Override
  public DerivativeReport checkDerivatives(JobRequest request) {
    boolean wrong = request.file().getFileName().toString().startsWith("steep");
    CoordinateInfo phi =
        new CoordinateInfo(
            "phi", "torsion", "rad", Optional.of(Period.TURN), List.of(0, 1, 2, 3), List.of());
    return new DerivativeReport(
        16,
        List.of(
            new DerivativeReport.Row(
                phi,
                wrong ? DerivativeReport.Verdict.WRONG : DerivativeReport.Verdict.RIGHT,
                wrong ? 0.25 : 3e-11,
                2e-9,
                Double.NaN,
                DerivativeReport.Response.SAME,
                DerivativeReport.Response.CHANGES,
                DerivativeReport.Response.NONE,
                3,
                wrong ? "its gradient disagrees" : "")),
        List.of());
  }

  @Override
  public JobOutcome run(JobRequest request, JobMonitor monitor)
      throws JobException, IOException, JobCancelledException {
    requests.add(request);
    act(request, monitor);
    String name = request.file().getFileName().toString();
    if (name.startsWith("interrupted")) {
      throw new JobCancelledException();
    }
    monitor.progress(10, 0.5);
    monitor.warning("mind\nthe gap");
    StepResult step =
        new StepResult(
            "comparison",
            "phi",
            List.of("phi"),
            "G and Vm differ.",
            Map.of(),
            List.of(),
            List.of(
                new Exhibit.Text("words"),
                new Exhibit.Grid(
                    "Barriers",
                    List.of("from", "G"),
                    List.of(List.of("trans", new Quantity(13.8061, 0.123, "kJ/mol"))))),
            List.of());
    JobResult result =
        new JobResult(
            "A title",
            List.of(step),
            name.startsWith("half") ? Map.of("flow pc", "no\nsample") : Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty());
    return new JobOutcome(result, Path.of("out"), List.of("results.json"));
  }

  private static void act(JobRequest request, JobMonitor monitor) throws JobException, IOException {
    String name = request.file().getFileName().toString();
    if (name.startsWith("bad")) {
      throw new JobException(
          List.of(new Problem(name, 3, 7, "wrong"), new Problem(name, 4, 1, "wrong\ntoo")));
    }
    if (name.startsWith("missing")) {
      throw new InputException(Path.of("a.trr"), "there is no such file");
    }
  }
}
