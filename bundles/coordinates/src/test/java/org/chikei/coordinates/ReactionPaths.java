package org.chikei.coordinates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.Parameters;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;

/** Paths to project on, and what makes coordinates of them. */
final class ReactionPaths {
  /** Masses of hydrogen, carbon and nitrogen. */
  static final double[] HCN_MASSES = {1.008, 12.011, 14.007};

  static final String[] HCN = {"H", "C", "N"};

  /** HCN → HNC. */
  static final Path HCN_FILE = Path.of("../../test-data/hcn-irc.xyz");

  private ReactionPaths() {}

  static Coordinate create(
      CollectiveVariableProvider provider,
      Map<String, Object> more,
      String[] elements,
      double... masses)
      throws ParameterException, IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDeclaration parameter : provider.declaration().parameters()) {
      parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
    }
    values.putAll(more);
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < masses.length; i++) {
      atoms.add(new Atom(i + 1, elements[i], elements[i], "", 0, "", masses[i]));
    }
    Structure structure = new Structure(atoms, List.of(), false, null, "test");
    return provider.create(
        new CoordinateRequest("r", new Parameters(values), Optional.of(structure), List.of()));
  }

  static CollectiveVariable hcn(String component, String align)
      throws ParameterException, IOException {
    return (CollectiveVariable)
        create(
            new IrcProvider(),
            Map.of("frames", HCN_FILE, "component", component, "fit", align),
            HCN,
            HCN_MASSES);
  }

  /** Writes frames in nm as XYZ, with enough digits for double precision. */
  static Path write(Path file, double[][][] frames) throws IOException {
    StringBuilder text = new StringBuilder();
    for (double[][] frame : frames) {
      text.append(frame.length).append("\n\n");
      for (double[] x : frame) {
        text.append(
            String.format(Locale.ROOT, "X1 %.16e %.16e %.16e%n", 10 * x[0], 10 * x[1], 10 * x[2]));
      }
    }
    return Files.writeString(file, text);
  }

  /** A smooth random curve: each coordinate some waves along the path. */
  static double[][][] waves(Random random, int frames, int points) {
    double[][] at = Scene.normal(random, points, 0.15);
    double[][] slope = Scene.normal(random, points, 0.1);
    double[][] wave = Scene.normal(random, points, 0.04);
    double[][] phase = Scene.normal(random, points, 2);
    double[][][] curve = new double[frames][points][3];
    for (int f = 0; f < frames; f++) {
      double t = (double) f / (frames - 1);
      for (int p = 0; p < points; p++) {
        for (int d = 0; d < 3; d++) {
          curve[f][p][d] = at[p][d] + t * slope[p][d] + wave[p][d] * Math.sin(4 * t + phase[p][d]);
        }
      }
    }
    return curve;
  }
}
