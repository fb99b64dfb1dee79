package org.chikei.batch.job;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.analysis.Kinetics;
import org.chikei.batch.text.JobNode;
import org.chikei.batch.text.Place;

/**
 * A job as it is written, valid as far as its text can tell.
 *
 * @param file the job file
 * @param title the title; empty where there is none
 * @param source what to read
 * @param groups the groups of atoms by their names
 * @param coordinates the coordinates, each after those that it is made of
 * @param imports what came with coordinates from inputs of other programs
 * @param kinetics the kinetics that are demanded; empty for {@code auto}
 * @param steps the steps, in the order of the file
 * @param directory where results go
 * @param formats the formats of the results
 */
public record JobDescription(
    Path file,
    String title,
    Source source,
    Map<String, GroupText> groups,
    List<CoordinateText> coordinates,
    Imports imports,
    Optional<Kinetics> kinetics,
    List<StepText> steps,
    FileText directory,
    List<String> formats) {

  /** Copies lists and maps. */
  public JobDescription {
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    coordinates = List.copyOf(coordinates);
    steps = List.copyOf(steps);
    formats = List.copyOf(formats);
  }

  /**
   * What to read.
   *
   * @param place where the source begins
   * @param trajectory files and globs of a trajectory, in the order of the job; empty for a series
   * @param series files and globs of a series, in the order of the job; empty for a trajectory
   * @param model a model; empty for files
   * @param structure the structure's file
   * @param bonds where bond orders come from; empty where they are the structure's own
   * @param masses the overrides of masses
   * @param temperature the temperature
   * @param values the other keys, by name: begin, end, stride, time-step, time-column
   * @param units the system of units that the job names; empty for the format's own
   * @param quantityUnits units of single quantities
   * @param weights where weights are; empty where every frame weighs 1
   * @param windows the restraints of the files; empty where there were none
   */
  public record Source(
      Place place,
      List<FileText> trajectory,
      List<FileText> series,
      Optional<ModelText> model,
      Optional<FileText> structure,
      Optional<BondsText> bonds,
      List<MassText> masses,
      Temperature temperature,
      Map<String, Object> values,
      String units,
      Map<String, String> quantityUnits,
      Optional<WeightsText> weights,
      Optional<WindowsText> windows) {

    /** Copies lists and maps. */
    public Source {
      trajectory = List.copyOf(trajectory);
      series = List.copyOf(series);
      masses = List.copyOf(masses);
      values = Map.copyOf(values);
      quantityUnits = Map.copyOf(quantityUnits);
    }

    /**
     * Whether the source is a table of columns.
     *
     * @return false for a trajectory and for a model
     */
    public boolean isSeries() {
      return !series.isEmpty();
    }

    /**
     * The coordinates that a bias was a function of.
     *
     * @return those of the windows or of the weights; empty where none are known
     */
    public List<NameText> biased() {
      return windows.map(WindowsText::of).or(() -> weights.map(WeightsText::of)).orElse(List.of());
    }

    /**
     * The column of the time.
     *
     * @return a name, or a number from 1; empty where the job does not say
     */
    public String timeColumn() {
      return values.containsKey("time-column") ? String.valueOf(values.get("time-column")) : "";
    }

    /**
     * A number of the source.
     *
     * @param key begin, end or time-step
     * @return the number; NaN where the job has none
     */
    public double number(String key) {
      return values.get(key) instanceof Double number ? number : Double.NaN;
    }

    /**
     * Every how manieth frame is used.
     *
     * @return the stride, at least 1
     */
    public int stride() {
      return values.get("stride") instanceof Long stride ? Math.toIntExact(stride) : 1;
    }
  }

  /**
   * The temperature.
   *
   * @param kelvin the temperature in K; NaN in reduced units
   * @param kT the thermal energy in kJ/mol or in reduced units
   */
  public record Temperature(double kelvin, double kT) {
    /**
     * Whether the source is in reduced units.
     *
     * @return true if so
     */
    public boolean reduced() {
      return Double.isNaN(kelvin);
    }
  }

  /**
   * A mass that replaces that of an atom, of all atoms of a name, or of an element.
   *
   * @param key what is written
   * @param number whether the key is an atom's number
   * @param mass the mass in amu
   * @param place where it stands
   */
  public record MassText(String key, boolean number, double mass, Place place) {}

  /**
   * Where bond orders come from: one of two.
   *
   * @param smiles the molecules as SMILES; empty where a file is named
   * @param file a structure with bond orders; empty where SMILES are given
   * @param place where it stands
   */
  public record BondsText(String smiles, Optional<FileText> file, Place place) {}

  /**
   * Where the weights of the frames are.
   *
   * @param file a table; empty where the series itself has them
   * @param column the name of its column, or its number from 1
   * @param as {@code bias}, {@code weight} or {@code log-weight}
   * @param of the coordinates that the bias was a function of; empty where that is not known
   * @param place where it stands
   */
  public record WeightsText(
      Optional<FileText> file, String column, String as, List<NameText> of, Place place) {

    /** Copies the list. */
    public WeightsText {
      of = List.copyOf(of);
    }
  }

  /**
   * A coordinate.
   *
   * @param name its name
   * @param type its type
   * @param values its parameters, defaults filled in
   * @param components the names of the coordinates that it is made of, in the order of the
   *     parameters
   * @param node where it stands
   * @param path the key that holds it, such as {@code coordinates[0]}
   */
  public record CoordinateText(
      String name,
      String type,
      Map<String, Object> values,
      List<NameText> components,
      JobNode.Entries node,
      String path) {}

  /**
   * A step.
   *
   * @param type its type
   * @param name its name, its own or made from its coordinates
   * @param of its coordinates
   * @param observed the coordinates that its parameters name
   * @param values its parameters, defaults filled in
   * @param node where it stands
   * @param path the key that holds it, such as {@code analysis[0]}
   */
  public record StepText(
      String type,
      String name,
      List<String> of,
      List<String> observed,
      Map<String, Object> values,
      JobNode.Entries node,
      String path) {

    /**
     * What to call it where names alone could be mistaken.
     *
     * @return for instance {@code comparison phi}
     */
    public String label() {
      return type + " " + name;
    }
  }

  /**
   * Where a key of a mapping stands.
   *
   * @param node the mapping
   * @param key the key
   * @return the place of its value, or of the mapping where it has no such key
   */
  public static Place placeOf(JobNode.Entries node, String key) {
    return node.find(key).map(e -> e.value().place()).orElse(node.place());
  }
}
