package org.chikei.batch.job;

import java.util.List;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;

/** The keys of a job that no provider declares, as data. */
public final class JobKeys {
  private static final ParameterType TEXT = ParameterType.Text.ANY;
  private static final ParameterType FILE = new ParameterType.FileName();

  private static final ParameterDeclaration WEIGHTS_AS =
      ParameterDeclaration.required(
          "as",
          ParameterType.Choice.of("bias", "weight", "log-weight"),
          "",
          "what it is: a bias in kJ/mol, a weight, or its logarithm");

  private static final ParameterDeclaration WEIGHTS_OF =
      ParameterDeclaration.optional(
          "of",
          new ParameterType.Coordinates(1, 8),
          "",
          "the coordinates that the bias was a function of, where it was one of theirs alone:"
              + " averages at given values of these need no weights");

  private static final ParameterType NUMBERS =
      new ParameterType.ListOf(ParameterType.Real.ANY, 2, 10_000);

  private static final ParameterType NOT_NEGATIVE =
      new ParameterType.Real(0, Double.POSITIVE_INFINITY, false);

  private static final ParameterDeclaration WINDOWS =
      ParameterDeclaration.optional(
          "windows",
          new ParameterType.Group(
              List.of(
                  ParameterDeclaration.required(
                      "of",
                      new ParameterType.Coordinates(1, 8),
                      "",
                      "the coordinates that were restrained, by k (R - centre)^2 / 2"),
                  ParameterDeclaration.optional(
                      "centre",
                      ParameterType.OneOf.of(
                          NUMBERS,
                          new ParameterType.ListOf(
                              new ParameterType.ListOf(ParameterType.Real.ANY, 1, 8), 2, 10_000)),
                      "CV",
                      "the centre of each window, in the order of the files; a list of numbers each"
                          + " where several coordinates were restrained"),
                  ParameterDeclaration.optional(
                      "force-constant",
                      ParameterType.OneOf.of(
                          NOT_NEGATIVE,
                          new ParameterType.ListOf(NOT_NEGATIVE, 2, 10_000),
                          new ParameterType.ListOf(
                              new ParameterType.ListOf(NOT_NEGATIVE, 1, 8), 2, 10_000)),
                      "kJ/mol/CV^2",
                      "k, 0 for a run without restraint: one number for all windows, or one a window"
                          + " and coordinate"),
                  ParameterDeclaration.optional(
                      "file",
                      FILE,
                      "",
                      "a table instead of both, one line a window, with columns centre and"
                          + " force-constant (centre.NAME and force-constant.NAME of several"
                          + " coordinates), and file where lines are not in the order of the files"),
                  ParameterDeclaration.optional(
                      "forces-include-bias",
                      new ParameterType.Flag(),
                      true,
                      "",
                      "whether stored forces or accelerations include those of the restraints, which"
                          + " are then taken out"))),
          "",
          "runs under harmonic restraints, one a file, to be joined by MBAR");

  /** The keys at the top that hold one value. */
  public static final List<ParameterDeclaration> TOP =
      List.of(
          ParameterDeclaration.optional(
              "version", new ParameterType.Whole(1, 1), "", "the version of the format of jobs"),
          ParameterDeclaration.optional(
              "title", TEXT, "", "", "a line that the report begins with"),
          ParameterDeclaration.optional(
              "kinetics",
              ParameterType.Choice.of("auto", "direct", "momentum-averaged", "series"),
              "auto",
              "",
              "where velocities and accelerations come from"));

  /** Where bond orders come from: exactly one of the two. */
  public static final ParameterType BONDS =
      new ParameterType.Group(
          List.of(
              ParameterDeclaration.optional(
                  "smiles", TEXT, "", "the molecules as SMILES, dots between them"),
              ParameterDeclaration.optional(
                  "file", FILE, "", "a structure with bond orders, such as SDF or MOL2")));

  /** The keys of a source that is a trajectory, all but its masses. */
  public static final List<ParameterDeclaration> SOURCE =
      List.of(
          ParameterDeclaration.required(
              "trajectory",
              ParameterType.OneOf.of(FILE, new ParameterType.ListOf(FILE, 1, Integer.MAX_VALUE)),
              "",
              "a file, a glob, or a list of them; several files are one trajectory"),
          ParameterDeclaration.optional(
              "structure", FILE, "", "a file with the elements, names and bonds"),
          ParameterDeclaration.optional(
              "bonds", BONDS, "", "where bond orders come from if not from the structure"),
          ParameterDeclaration.required(
              "temperature",
              ParameterType.OneOf.of(
                  ParameterType.Real.POSITIVE,
                  new ParameterType.Group(
                      List.of(
                          ParameterDeclaration.required(
                              "kT",
                              ParameterType.Real.POSITIVE,
                              "",
                              "the thermal energy in reduced units")))),
              "K",
              "the temperature, or {kT: …} in reduced units"),
          ParameterDeclaration.optional(
              "begin", ParameterType.Real.ANY, "ps", "the first time that is used"),
          ParameterDeclaration.optional(
              "end", ParameterType.Real.ANY, "ps", "the last time that is used"),
          ParameterDeclaration.optional(
              "stride",
              new ParameterType.Whole(1, Integer.MAX_VALUE),
              1L,
              "",
              "every how manieth frame is used"),
          ParameterDeclaration.optional(
              "time-step",
              ParameterType.Real.POSITIVE,
              "ps",
              "the time between stored frames, instead of what the file says"),
          ParameterDeclaration.optional(
              "units",
              ParameterType.OneOf.of(
                  ParameterType.Choice.of(
                      "real", "metal", "lj", "ase", "si", "cgs", "electron", "micro", "nano"),
                  new ParameterType.Group(
                      List.of(
                          ParameterDeclaration.optional("length", TEXT, "", "such as nm or Å"),
                          ParameterDeclaration.optional("time", TEXT, "", "such as ps or fs"),
                          ParameterDeclaration.optional("velocity", TEXT, "", "such as nm/ps"),
                          ParameterDeclaration.optional(
                              "force", TEXT, "", "such as kJ/mol/nm or eV/Å")))),
              "",
              "the units of a file that does not state them"),
          ParameterDeclaration.optional(
              "weights",
              new ParameterType.Group(
                  List.of(
                      ParameterDeclaration.required(
                          "file", FILE, "", "a table with one weight a frame"),
                      ParameterDeclaration.required("column", TEXT, "", "the column that holds it"),
                      WEIGHTS_AS,
                      WEIGHTS_OF)),
              "",
              "weights of the frames of a biased run"),
          WINDOWS);

  /** The keys of a group of atoms, all but its atoms. */
  public static final List<ParameterDeclaration> GROUP =
      List.of(
          ParameterDeclaration.optional(
              "smarts",
              TEXT,
              "",
              "a SMARTS pattern instead of 'atoms'; atom maps from 1 on pick atoms of it"),
          ParameterDeclaration.optional(
              "match",
              new ParameterType.Whole(1, Integer.MAX_VALUE),
              "",
              "which of several matches of 'smarts' is meant, from 1"),
          ParameterDeclaration.optional(
              "centre",
              ParameterType.Choice.of("mass", "geometry"),
              "",
              "the centre of the atoms as one point; the atoms themselves if absent"),
          ParameterDeclaration.optional(
              "weights",
              new ParameterType.ListOf(ParameterType.Real.ANY, 1, Integer.MAX_VALUE),
              "",
              "one weight an atom for a centre of geometry; equal ones if absent"),
          ParameterDeclaration.optional(
              "whole",
              ParameterType.Choice.of("bonds", "order", "none"),
              "bonds",
              "",
              "how atoms are brought together in a periodic box before a centre is taken: along"
                  + " bonds, each next to the one before, or not at all"));

  /** The keys of a source that is a series. */
  public static final List<ParameterDeclaration> SERIES =
      List.of(
          ParameterDeclaration.required(
              "series",
              ParameterType.OneOf.of(FILE, new ParameterType.ListOf(FILE, 1, Integer.MAX_VALUE)),
              "",
              "a table, a glob, or a list of them; each file is a segment of its own"),
          ofTrajectory("temperature"),
          ofTrajectory("begin"),
          ofTrajectory("end"),
          ofTrajectory("stride"),
          ofTrajectory("time-step"),
          ParameterDeclaration.optional(
              "time-column",
              ParameterType.OneOf.of(new ParameterType.Whole(1, Integer.MAX_VALUE), TEXT),
              "",
              "the column that holds the time, a name or a number from 1, or none"),
          ParameterDeclaration.optional(
              "weights",
              new ParameterType.Group(
                  List.of(
                      ParameterDeclaration.optional(
                          "file",
                          FILE,
                          "",
                          "a table with one weight a row; the series itself if absent"),
                      ParameterDeclaration.required(
                          "column",
                          ParameterType.OneOf.of(
                              new ParameterType.Whole(1, Integer.MAX_VALUE), TEXT),
                          "",
                          "the column that holds it, a name or a number from 1"),
                      WEIGHTS_AS,
                      WEIGHTS_OF)),
              "",
              "weights of the rows of a biased run"),
          WINDOWS);

  /** The keys of a source that is a model, but for its parameters and how it moves. */
  public static final List<ParameterDeclaration> MODEL =
      List.of(
          ParameterDeclaration.required("model", TEXT, "", "the type of the model"),
          ofTrajectory("temperature"),
          ofTrajectory("begin"),
          ofTrajectory("end"),
          ofTrajectory("stride"),
          WINDOWS);

  /** The type of the masses: its keys are numbers, names or elements. */
  public static final ParameterType MASSES = new ParameterType.MapOf(ParameterType.Real.POSITIVE);

  /** The pattern of a name. */
  public static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

  private JobKeys() {}

  private static ParameterDeclaration ofTrajectory(String key) {
    return SOURCE.stream().filter(p -> p.name().equals(key)).findFirst().orElseThrow();
  }

  /**
   * The keys of the output.
   *
   * @param formats the formats that are installed
   * @return the declarations
   */
  public static List<ParameterDeclaration> output(List<String> formats) {
    return List.of(
        ParameterDeclaration.optional(
            "directory", FILE, "", "where results go, relative to the job file"),
        ParameterDeclaration.optional(
            "formats",
            new ParameterType.ListOf(new ParameterType.Choice(formats), 1, Integer.MAX_VALUE),
            "",
            "which files to write; all that are installed if absent"));
  }
}
