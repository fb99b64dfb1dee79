package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.Point;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.model.Simulator;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.structure.AtomSelector;
import org.chikei.api.structure.BondTemplates;
import org.chikei.api.structure.SelectionException;
import org.chikei.api.structure.Structure;
import org.chikei.api.structure.SubstructureSearch;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.batch.engine.ColumnWeights;
import org.chikei.batch.engine.FrameWeights;
import org.chikei.batch.engine.InputFile;
import org.chikei.batch.engine.JobCoordinate;
import org.chikei.batch.engine.JobData;
import org.chikei.batch.engine.JobStep;
import org.chikei.batch.engine.ModelPart;
import org.chikei.batch.engine.Patience;
import org.chikei.batch.engine.SampleSource;
import org.chikei.batch.engine.Selection;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.ModelText;
import org.chikei.batch.job.NameText;
import org.chikei.batch.job.PointsText;
import org.chikei.batch.job.WindowsText;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.text.Problems;

/** Makes a plan of a job. */
public final class Planner {
  private static final String NO_ATOMS =
      "there are no atoms in a series or a model; use 'type: column' for what a series holds, the"
          + " variables of a model by their names, or a source with a trajectory";

  private final Loan loan;
  private final JobDescription job;
  private final Problems problems = new Problems();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Attempts attempts;

  /** Why coordinates could not be made, by name. */
  private final Map<String, String> unmade = new HashMap<>();

  private final StepMaker steps;
  private final JobFiles files;
  private final Optional<Structure> given;

  /**
   * Makes a planner: finds the files of a job.
   *
   * @param loan what is installed
   * @param job the job as it is written
   * @param given the atoms of the trajectory, where no file is to be read for them
   * @param patience how long the making of a coordinate or a step may take
   * @throws JobException if results cannot go where the job says, or a file is not named
   * @throws IOException if files are missing or cannot be read
   */
  public Planner(Loan loan, JobDescription job, Optional<Structure> given, Patience patience)
      throws JobException, IOException {
    this.loan = loan;
    this.job = job;
    this.given = given;
    this.attempts = new Attempts(patience);
    this.steps = new StepMaker(loan, problems, attempts, unmade);
    this.files = new JobFiles(loan, job, given.isPresent(), problems, notes);
  }

  /**
   * The files that will be read.
   *
   * @return trajectories or tables, structure, weights, and what coordinates read
   */
  public List<Plan.NamedFile> inputs() {
    return files.inputs();
  }

  /**
   * Makes the plan. No frame is read.
   *
   * @return the plan
   * @throws JobException if atoms, masses or parameters do not fit the structure or each other
   * @throws IOException if files cannot be read
   * @throws JobCancelledException if the job was cancelled meanwhile
   */
  public Plan plan() throws JobException, IOException, JobCancelledException {
    if (job.source().model().isPresent()) {
      return ofModel(job.source().model().get());
    }
    return job.source().isSeries() ? ofSeries() : ofTrajectory();
  }

  private Plan ofTrajectory() throws JobException, IOException, JobCancelledException {
    JobDescription.Source source = job.source();
    Structure read = given.isPresent() ? given.get() : readStructure();
    given.ifPresent(
        atoms ->
            notes.add(
                "the atoms are those that were handed over ("
                    + atoms.source()
                    + "); no structure file was read"));
    notes.addAll(job.imports().notes());
    notes.addAll(read.notes());
    Structure structure = Masses.apply(withOrders(read), source.masses(), problems);
    PointFinder points = points(structure);
    List<JobCoordinate> coordinates =
        coordinates(
            new CoordinateMaker(loan, structure, new Values(points::points), problems, attempts));
    notes.addAll(points.notes());
    warnings.addAll(points.warnings());
    List<JobStep> prepared = steps(coordinates);
    problems.refuse();
    double[] masses = structure.atoms().stream().mapToDouble(a -> a.mass()).toArray();
    FrameWeights weights = null;
    if (source.weights().isPresent()) {
      weights = WeightTable.read(source.weights().get(), source.temperature().kT());
    }
    SampleSource samples = SampleSource.ofAtoms(trajectoryFiles(structure), masses);
    return plan(Optional.of(structure), data(samples, weights, null, coordinates), prepared);
  }

  private Structure readStructure() throws IOException {
    return new Recognition(loan)
        .structure(files.structure().path())
        .format()
        .read(files.structure().path());
  }

  private Plan ofSeries() throws JobException, IOException, JobCancelledException {
    SeriesTables tables = new SeriesTables(loan, job.source(), files.frames(), notes);
    job.groups().values().forEach(g -> problems.add(g.place(), g.path(), NO_ATOMS));
    Values values = new Values(this::withoutAtoms);
    List<JobCoordinate> coordinates =
        coordinates(new CoordinateMaker(loan, tables.columns(), values, problems, attempts));
    List<JobStep> prepared = steps(coordinates);
    problems.refuse();
    FrameWeights weights = null;
    ColumnWeights columnWeights = null;
    if (job.source().weights().isPresent()) {
      JobDescription.WeightsText text = job.source().weights().get();
      if (tables.holdWeights(text)) {
        columnWeights = tables.weights(text);
      } else {
        weights = WeightTable.read(text, job.source().temperature().kT());
      }
    }
    return plan(
        Optional.empty(), data(tables.source(), weights, columnWeights, coordinates), prepared);
  }

  private Plan ofModel(ModelText text) throws JobException, IOException, JobCancelledException {
    job.groups().values().forEach(g -> problems.add(g.place(), g.path(), NO_ATOMS));
    List<SeriesColumn> columns;
    String size;
    try (Series series = text.simulation().open()) {
      columns = series.columns();
      size = series.frames() + " frames";
    }
    List<JobCoordinate> coordinates =
        coordinates(
            new CoordinateMaker(loan, columns, new Values(this::withoutAtoms), problems, attempts));
    List<JobStep> prepared = steps(coordinates);
    problems.refuse();
    SampleSource samples = SampleSource.ofColumns("model", parts(text, size), columns);
    return plan(Optional.empty(), data(samples, null, null, coordinates), prepared);
  }

  /** The runs of a model: one, or one a window. */
  private static List<ModelPart> parts(ModelText text, String size) {
    if (text.windows().isEmpty()) {
      return List.of(new ModelPart(text.type(), text.type() + ", " + size, text.simulation()));
    }
    List<ModelPart> parts = new ArrayList<>();
    for (Simulator.Simulation simulation : text.windows()) {
      String name = text.type() + ", window " + (parts.size() + 1);
      parts.add(new ModelPart(name, name + ", " + size, simulation));
    }
    return parts;
  }

  /** Complains of points in a job whose source has no atoms. */
  private List<Point> withoutAtoms(PointsText text) {
    problems.add(text.place(), text.path(), NO_ATOMS);
    return null;
  }

  private JobData data(
      SampleSource samples,
      FrameWeights weights,
      ColumnWeights columnWeights,
      List<JobCoordinate> coordinates)
      throws JobException, IOException {
    JobDescription.Source source = job.source();
    Selection selection =
        new Selection(
            source.number("begin"),
            source.number("end"),
            source.stride(),
            source.number("time-step"));
    RestraintsMaker restraints = new RestraintsMaker(coordinates, unmade, problems);
    List<Integer> biased = new ArrayList<>();
    for (NameText name : source.biased()) {
      biased.add(restraints.number(name));
    }
    WindowsText windows = source.windows().orElse(null);
    if (windows != null) {
      notes.add(
          "the restraints of the windows are "
              + (windows.inForces() ? "" : "not ")
              + "taken to be part of the forces in the input, as 'forces-include-bias' says"
              + (windows.inForces() ? "; they are taken out" : ""));
    }
    return new JobData(
        samples,
        selection,
        weights,
        columnWeights,
        windows == null
            ? null
            : restraints.restraints(windows, samples.parts().size(), files.frames()),
        biased,
        source.temperature().kT(),
        source.temperature().reduced(),
        job.kinetics(),
        coordinates);
  }

  private Plan plan(Optional<Structure> structure, JobData data, List<JobStep> prepared) {
    List<Plan.Format> formats = formats();
    return new Plan(
        job,
        structure,
        data,
        prepared,
        unmade,
        steps.failures(),
        files.inputs(),
        files.folder(),
        formats,
        List.copyOf(notes),
        List.copyOf(warnings));
  }

  private List<InputFile> trajectoryFiles(Structure structure) throws IOException {
    Recognition recognition = new Recognition(loan);
    TrajectoryOptions options =
        new TrajectoryOptions(structure.size(), job.source().units(), job.source().quantityUnits());
    List<InputFile> recognised = new ArrayList<>();
    for (Plan.NamedFile file : files.frames()) {
      Recognition.Recognised<TrajectoryFormat> format = recognition.trajectory(file.path());
      recognised.add(
          new InputFile(file.written(), file.path(), format.name(), format.format(), options));
    }
    return recognised;
  }

  /** The structure with the bond orders that the job names. */
  private Structure withOrders(Structure read) throws IOException {
    JobDescription.BondsText bonds = job.source().bonds().orElse(null);
    if (bonds == null) {
      return read;
    }
    BondTemplates templates = installed(BondTemplates.class);
    if (templates == null) {
      throw new InputException(
          "no bundle is installed that reads bond orders; org.chikei.structure brings one");
    }
    try {
      if (bonds.file().isEmpty()) {
        return templates.withOrders(read, bonds.smiles());
      }
      Path file = FileSearch.readable(bonds.file().get());
      Structure template = new Recognition(loan).structure(file).format().read(file);
      return templates.withOrders(read, template);
    } catch (SelectionException e) {
      problems.add(bonds.place(), "source.bonds", e.getMessage());
      return read;
    }
  }

  /** The first service of a kind; null where there is none. */
  private <T> T installed(Class<T> kind) {
    return loan.providers(kind).stream()
        .flatMap(p -> loan.borrow(p).stream())
        .findFirst()
        .orElse(null);
  }

  private PointFinder points(Structure structure) throws InputException {
    AtomSelector selector = installed(AtomSelector.class);
    if (selector == null) {
      throw new InputException(
          "no bundle is installed that finds atoms by name; org.chikei.structure brings one");
    }
    return new PointFinder(
        structure, selector, installed(SubstructureSearch.class), job.groups(), problems);
  }

  private List<JobCoordinate> coordinates(CoordinateMaker maker)
      throws IOException, JobCancelledException {
    List<JobCoordinate> coordinates = maker.make(job.coordinates(), job.imports().unused());
    notes.addAll(maker.notes());
    unmade.putAll(maker.unmade());
    return coordinates;
  }

  private List<JobStep> steps(List<JobCoordinate> coordinates)
      throws IOException, JobCancelledException {
    List<JobStep> made = steps.make(job.steps(), coordinates);
    unmade.values().stream()
        .filter(why -> !steps.failures().containsValue(why))
        .forEach(warnings::add);
    return made;
  }

  private List<Plan.Format> formats() {
    List<Plan.Format> formats = new ArrayList<>();
    for (String type : job.formats()) {
      Provider<ResultWriter> provider = loan.provider(ResultWriter.class, type).orElseThrow();
      loan.borrow(provider)
          .ifPresentOrElse(
              writer -> formats.add(new Plan.Format(type, provider.bundle(), writer)),
              () ->
                  warnings.add(
                      "the format "
                          + loan.fault(ResultWriter.class, type).orElseThrow()
                          + "; nothing is written in it"));
    }
    return formats;
  }
}
