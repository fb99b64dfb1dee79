package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.InverseMasses;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.coordinate.SecondOrder;

/**
 * Frames of points with all that a coordinate can need. {@code positions[j][p][d]} is component d
 * of point p in frame j.
 */
record Scene(
    double[][][] positions,
    double[][][] velocities,
    double[][] boxes,
    InverseMasses inverseMasses) {

  /** A scene of atoms. */
  static Scene ofAtoms(
      double[][][] positions, double[][][] velocities, double[][] boxes, double... masses) {
    return new Scene(positions, velocities, boxes, InverseMasses.ofAtoms(masses));
  }

  /** One frame of atoms at rest, each of mass 1. */
  static Scene still(double[]... points) {
    double[] masses = new double[points.length];
    Arrays.fill(masses, 1);
    return ofAtoms(
        new double[][][] {points}, new double[][][] {new double[points.length][3]}, null, masses);
  }

  /** The first atoms as points. */
  static List<Point> atoms(int number) {
    List<Point> points = new ArrayList<>();
    for (int p = 0; p < number; p++) {
      points.add(Point.ofAtom(p));
    }
    return points;
  }

  /** Random vectors with a normal distribution. */
  static double[][] normal(Random random, int points, double scale) {
    double[][] vectors = new double[points][3];
    for (double[] vector : vectors) {
      for (int d = 0; d < 3; d++) {
        vector[d] = scale * random.nextGaussian();
      }
    }
    return vectors;
  }

  int points() {
    return positions[0].length;
  }

  PointBlock block() {
    int frames = positions.length;
    int stride = frames + 5;
    int[] offsets = new int[points()];
    for (int p = 0; p < offsets.length; p++) {
      offsets[p] = 3 * (offsets.length - 1 - p) * stride;
    }
    double[] boxColumns = boxes == null ? null : new double[9 * stride];
    for (int j = 0; boxes != null && j < frames; j++) {
      for (int k = 0; k < 9; k++) {
        boxColumns[k * stride + j] = boxes[j][k];
      }
    }
    PointBlock block =
        new PointBlock(
            stride,
            columns(positions, offsets, stride),
            velocities == null ? null : columns(velocities, offsets, stride),
            boxColumns,
            offsets,
            inverseMasses);
    block.setSize(frames);
    return block;
  }

  private static double[] columns(double[][][] vectors, int[] offsets, int stride) {
    double[] columns = new double[3 * offsets.length * stride];
    for (int j = 0; j < vectors.length; j++) {
      for (int p = 0; p < offsets.length; p++) {
        for (int d = 0; d < 3; d++) {
          columns[offsets[p] + d * stride + j] = vectors[j][p][d];
        }
      }
    }
    return columns;
  }

  /** What a variable itself gives. */
  Terms evaluate(CollectiveVariable variable) {
    PointBlock block = block();
    DerivativeBlock out = new DerivativeBlock(block.stride(), points(), 2);
    variable.evaluate(block, out);
    return new Terms(this, out);
  }

  /** What a variable gives with whatever is missing made from the gradient. */
  Terms evaluateCompleted(CollectiveVariable variable) {
    PointBlock block = block();
    DerivativeBlock out = new DerivativeBlock(block.stride(), points(), 2);
    new SecondOrder(variable, block).evaluate(out);
    return new Terms(this, out);
  }

  /** The values alone. */
  double[] values(CollectiveVariable variable) {
    PointBlock block = block();
    DerivativeBlock out = new DerivativeBlock(block.stride(), points(), 0);
    variable.evaluate(block, out);
    return out.value();
  }
}
