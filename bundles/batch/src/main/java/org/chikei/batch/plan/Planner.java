package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.coordinate.Period;
import org.chikei.api.coordinate.Point;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import org.chikei.api.model.Simulator;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
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
import org.chikei.batch.job.FileText;
import org.chikei.batch.job.JobDescription;
import org.chikei.batch.job.ModelText;
import org.chikei.batch.job.NameText;
import org.chikei.batch.job.PointsText;
import org.chikei.batch.job.WindowsText;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.Provider;
import org.chikei.batch.text.Place;
import org.chikei.batch.text.Problems;
import org.chikei.batch.windows.Restraints;

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

  /** Why steps could not be prepared, by label. */
  private final Map<String, String> failures = new HashMap<>();

  private final Path output;
  private final List<Plan.NamedFile> files;

  private final Optional<Structure> given;

  /** Null where the source has no atoms, or they are given. */
  private final Plan.NamedFile structureFile;

  private final List<Plan.NamedFile> inputs;

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
    this.output = output();
    if (given.isPresent() && job.source().trajectory().isEmpty()) {
      problems.add(
          job.source().place(),
          "source",
          "a structure was handed over, but this source has no atoms; run it without one");
    }
    problems.refuse();
    this.files = files(job.source().isSeries() ? job.source().series() : job.source().trajectory());
    this.structureFile =
        job.source().trajectory().isEmpty() || given.isPresent()
            ? null
            : structureFile(job.source(), files.get(0));
    this.inputs = new ArrayList<>(files);
    if (structureFile != null && structureFile != files.get(0)) {
      inputs.add(structureFile);
    }
    if (job.source().bonds().flatMap(JobDescription.BondsText::file).isPresent()) {
      FileText file = job.source().bonds().get().file().get();
      inputs.add(new Plan.NamedFile(file.written(), FileSearch.readable(file)));
    }
    addFiles(job.source().weights().flatMap(JobDescription.WeightsText::file).orElse(null));
    addFiles(job.source().windows().flatMap(WindowsText::file).orElse(null));
    addFiles(job.imports().files());
    for (JobDescription.CoordinateText text : job.coordinates()) {
      for (Object value : text.values().values()) {
        addFiles(value);
      }
    }
  }

  /** Adds the files that a value names, each once. */
  private void addFiles(Object value) throws IOException {
    if (value instanceof FileText file) {
      Plan.NamedFile named = new Plan.NamedFile(file.written(), FileSearch.readable(file));
      if (!inputs.contains(named)) {
        inputs.add(named);
      }
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        addFiles(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Object element : map.values()) {
        addFiles(element);
      }
    }
  }

  /**
   * The files that will be read.
   *
   * @return trajectories or tables, structure, weights, and what coordinates read
   */
  public List<Plan.NamedFile> inputs() {
    return List.copyOf(inputs);
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
    List<JobStep> steps = steps(coordinates);
    problems.refuse();
    double[] masses = structure.atoms().stream().mapToDouble(a -> a.mass()).toArray();
    FrameWeights weights = null;
    if (source.weights().isPresent()) {
      weights = WeightTable.read(source.weights().get(), source.temperature().kT());
    }
    SampleSource samples = SampleSource.ofAtoms(trajectoryFiles(structure), masses);
    return plan(Optional.of(structure), data(samples, weights, null, coordinates), steps);
  }

  private Structure readStructure() throws IOException {
    return new Recognition(loan)
        .structure(structureFile.path())
        .format()
        .read(structureFile.path());
  }

  private Plan ofSeries() throws JobException, IOException, JobCancelledException {
    SeriesTables tables = new SeriesTables(loan, job.source(), files, notes);
    job.groups().values().forEach(g -> problems.add(g.place(), g.path(), NO_ATOMS));
    Values values = new Values(this::withoutAtoms);
    List<JobCoordinate> coordinates =
        coordinates(new CoordinateMaker(loan, tables.columns(), values, problems, attempts));
    List<JobStep> steps = steps(coordinates);
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
        Optional.empty(), data(tables.source(), weights, columnWeights, coordinates), steps);
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
    List<JobStep> steps = steps(coordinates);
    problems.refuse();
    SampleSource samples = SampleSource.ofColumns("model", parts(text, size), columns);
    return plan(Optional.empty(), data(samples, null, null, coordinates), steps);
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
    List<Integer> biased = new ArrayList<>();
    for (NameText name : source.biased()) {
      biased.add(number(name, coordinates));
    }
    return new JobData(
        samples,
        selection,
        weights,
        columnWeights,
        restraints(samples.parts().size(), coordinates),
        biased,
        source.temperature().kT(),
        source.temperature().reduced(),
        job.kinetics(),
        coordinates);
  }

  /** The number of a coordinate that the source needs; without it there is no job. */
  private int number(NameText name, List<JobCoordinate> coordinates) throws JobException {
    int number = 0;
    while (number < coordinates.size()
        && !coordinates.get(number).info().name().equals(name.name())) {
      number++;
    }
    if (number == coordinates.size()) {
      problems.add(name.place(), name.path(), unmade.get(name.name()));
      problems.refuse();
    }
    return number;
  }

  /** The restraints of the windows; null where the source has none. */
  private Restraints restraints(int parts, List<JobCoordinate> coordinates)
      throws JobException, IOException {
    WindowsText text = job.source().windows().orElse(null);
    if (text == null) {
      return null;
    }
    double[][] centres = text.centres();
    double[][] constants = new double[centres.length][];
    Arrays.setAll(constants, text::constants);
    if (text.file().isPresent()) {
      WindowTable table = WindowTable.read(text, files);
      centres = table.centres();
      constants = table.constants();
    }
    if (centres.length != parts) {
      problems.add(
          text.place(),
          "source.windows",
          "has "
              + centres.length
              + " windows, but the source has "
              + parts
              + (parts == 1 ? " file" : " files")
              + "; each file is one window, in the order of the job (globs in that of their paths)");
      problems.refuse();
    }
    int[] of = new int[text.of().size()];
    for (int a = 0; a < of.length; a++) {
      of[a] = number(text.of().get(a), coordinates);
    }
    Period[] periods = new Period[of.length];
    Arrays.setAll(periods, a -> coordinates.get(of[a]).info().period().orElse(null));
    notes.add(
        "the restraints of the windows are "
            + (text.inForces() ? "" : "not ")
            + "taken to be part of the forces in the input, as 'forces-include-bias' says"
            + (text.inForces() ? "; they are taken out" : ""));
    return new Restraints(of, periods, centres, constants, text.inForces());
  }

  private Plan plan(Optional<Structure> structure, JobData data, List<JobStep> steps) {
    return new Plan(
        job,
        structure,
        data,
        steps,
        unmade,
        failures,
        inputs,
        output,
        writers(),
        List.copyOf(notes),
        List.copyOf(warnings));
  }

  private Path output() {
    Path folder = job.directory().file().toAbsolutePath().normalize();
    Place place = job.directory().place();
    if (outside(folder)) {
      problems.add(
          place,
          job.directory().path(),
          "'"
              + job.directory().written()
              + "' lies outside the folder that this job may write to; name a folder in it");
      return folder;
    }
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        if (!Files.isDirectory(path)) {
          problems.add(
              place,
              job.directory().path(),
              path + " is a file, so no results can be written to it; name a folder");
        } else if (!Files.isWritable(path)) {
          problems.add(
              place, job.directory().path(), path + " may not be written to; name another folder");
        }
        break;
      }
    }
    return folder;
  }

  private boolean outside(Path folder) {
    try {
      return !job.directory().folder().contains(folder);
    } catch (IOException nobodyKnows) {
      return true;
    }
  }

  private static List<Plan.NamedFile> files(List<FileText> texts) throws IOException {
    List<Plan.NamedFile> files = new ArrayList<>();
    for (FileText text : texts) {
      for (Path file : FileSearch.find(text)) {
        Path named =
            file.equals(text.file())
                ? Path.of(text.written())
                : text.folder().path().relativize(file);
        FileSearch.readable(
            new FileText(named.toString(), text.folder(), text.path(), text.place()));
        files.add(new Plan.NamedFile(named.toString(), file));
      }
    }
    return files;
  }

  private Plan.NamedFile structureFile(JobDescription.Source source, Plan.NamedFile trajectory)
      throws IOException, JobException {
    if (source.structure().isPresent()) {
      FileText text = source.structure().get();
      return new Plan.NamedFile(text.written(), FileSearch.readable(text));
    }
    if (new Recognition(loan).holdsStructure(trajectory.path())) {
      notes.add(
          "elements and masses are those of the first frame of "
              + trajectory.written()
              + ", since the job names no structure");
      return trajectory;
    }
    problems.add(
        source.place(),
        "source",
        "'structure' is missing: "
            + trajectory.written()
            + " does not say which atoms it holds; name a PDB, XYZ, SDF or MOL2 file that does");
    throw new JobException(problems.sorted());
  }

  private List<InputFile> trajectoryFiles(Structure structure) throws IOException {
    Recognition recognition = new Recognition(loan);
    TrajectoryOptions options =
        new TrajectoryOptions(structure.size(), job.source().units(), job.source().quantityUnits());
    List<InputFile> recognised = new ArrayList<>();
    for (Plan.NamedFile file : files) {
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
    Map<String, Integer> byName = new HashMap<>();
    for (int k = 0; k < coordinates.size(); k++) {
      byName.put(coordinates.get(k).info().name(), k);
    }
    List<JobStep> steps = new ArrayList<>();
    for (JobDescription.StepText text : job.steps()) {
      List<String> names = new ArrayList<>(text.of());
      names.addAll(text.observed());
      if (byName.keySet().containsAll(names)) {
        int[] of = names.stream().mapToInt(byName::get).toArray();
        JobStep step = step(text, of, coordinates);
        if (step != null) {
          steps.add(step);
        }
      } else {
        names.stream()
            .filter(unmade::containsKey)
            .findFirst()
            .ifPresent(name -> failures.put(text.label(), unmade.get(name)));
      }
    }
    unmade.values().stream().filter(w -> !failures.containsValue(w)).forEach(warnings::add);
    return steps;
  }

  private JobStep step(JobDescription.StepText text, int[] of, List<JobCoordinate> coordinates)
      throws IOException, JobCancelledException {
    Provider<AnalysisStep> provider = loan.provider(AnalysisStep.class, text.type()).orElseThrow();
    AnalysisStep step = loan.borrow(provider).orElseThrow();
    List<CoordinateInfo> infos = new ArrayList<>();
    List<Provider<?>> providers = new ArrayList<>();
    providers.add(provider);
    for (int k : of) {
      infos.add(coordinates.get(k).info());
      providers.add(coordinates.get(k).provider());
    }
    Parameters parameters = new Values(null).resolve(text.values());
    int own = text.of().size();
    StepRequest request =
        new StepRequest(
            text.name(), infos.subList(0, own), infos.subList(own, infos.size()), parameters);
    try {
      return attempts.make(
          "the step",
          "prepared",
          provider,
          () -> {
            Analysis analysis = step.prepare(request);
            return new JobStep(text.name(), text.type(), analysis, of, own, providers);
          });
    } catch (Attempts.Failed e) {
      failures.put(text.label(), e.getMessage());
      return null;
    } catch (ParameterException e) {
      problems.add(
          JobDescription.placeOf(text.node(), e.parameter()),
          text.path() + "." + e.parameter(),
          e.getMessage());
      return null;
    }
  }

  private List<ResultWriter> writers() {
    return job.formats().stream()
        .flatMap(f -> loan.borrow(ResultWriter.class, f).stream())
        .toList();
  }
}
