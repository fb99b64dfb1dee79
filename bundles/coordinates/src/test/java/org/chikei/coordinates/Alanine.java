package org.chikei.coordinates;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.Point;
import org.chikei.api.structure.Atom;
import org.chikei.api.structure.Structure;

/** Six frames of alanine dipeptide, and what other programs say of them. */
final class Alanine {
  private static final double[] MASSES = {
    1.008, 12.01, 1.008, 1.008, 12.01, 16, 14.01, 1.008, 12.01, 1.008, 12.01, 1.008, 1.008, 1.008,
    12.01, 16, 14.01, 1.008, 12.01, 1.008, 1.008, 1.008
  };

  private static final double[] BOX = {5, 0, 0, 0, 5, 0, 0, 0, 5};

  private Alanine() {}

  /** A file beside the frames. */
  static Path file(String name) {
    try {
      return Path.of(Alanine.class.getResource("alignment/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its lines that are no comments. */
  static List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name)).stream().filter(l -> !l.startsWith("#")).toList();
  }

  /** The positions in nm, atom by atom. */
  static double[][][] frames() throws IOException {
    List<double[][]> frames = new ArrayList<>();
    for (String line : lines("frames.txt")) {
      String[] words = line.split(" ");
      double[][] frame = new double[words.length / 3][3];
      for (int k = 0; k < words.length; k++) {
        frame[k / 3][k % 3] = Double.parseDouble(words[k]);
      }
      frames.add(frame);
    }
    return frames.toArray(double[][][]::new);
  }

  /** The masses of the atoms, without elements or positions. */
  static Structure structure() {
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < MASSES.length; i++) {
      atoms.add(new Atom(i + 1, "", "X", "", 0, "", MASSES[i]));
    }
    return new Structure(atoms, List.of(), false, null, "test");
  }

  /** The points of a coordinate in all frames, in their box. */
  static Scene scene(CollectiveVariable variable) throws IOException {
    List<Point> points = variable.points();
    double[] masses = points.stream().mapToDouble(p -> MASSES[p.atom(0)]).toArray();
    double[][][] frames = frames();
    double[][] boxes = new double[frames.length][];
    for (int j = 0; j < frames.length; j++) {
      double[][] all = frames[j];
      frames[j] = points.stream().map(p -> all[p.atom(0)]).toArray(double[][]::new);
      boxes[j] = BOX;
    }
    return Scene.ofAtoms(frames, null, boxes, masses);
  }

  /** The values of a coordinate in all frames. */
  static double[] values(Coordinate coordinate) throws IOException {
    if (coordinate instanceof CollectiveVariable variable) {
      return scene(variable).values(variable);
    }
    Residual residual = (Residual) coordinate;
    int n = residual.components().size();
    double[][] of = new double[n][];
    for (int k = 0; k < n; k++) {
      of[k] = values(residual.components().get(k));
    }
    double[] values = new double[of[0].length];
    residual.evaluate(values.length, of, values, new double[n][values.length], null);
    return values;
  }
}
