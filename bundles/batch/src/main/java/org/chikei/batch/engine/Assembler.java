package org.chikei.batch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chikei.api.coordinate.Assembly;
import org.chikei.api.coordinate.NearestImage;
import org.chikei.api.coordinate.Point;
import org.chikei.api.trajectory.FrameBlock;

/**
 * Makes groups whole that a periodic box has broken. Of each atom it finds how far it has to be
 * moved, a lattice vector that is zero for most, and moves the mean of the group by the mean of
 * these.
 */
final class Assembler {
  private final FrameBlock frames;
  private final List<Group> groups = new ArrayList<>();
  private final NearestImage images = new NearestImage();
  private final double[] x;
  private final double[] y;
  private final double[] z;

  /** How far each atom of a group is moved: component d of atom k from (3 k + d) stride on. */
  private final double[] shifts;

  Assembler(PointLayout layout, FrameBlock frames) {
    this.frames = frames;
    int most = 0;
    for (int p = 0; p < layout.points().size(); p++) {
      Point point = layout.points().get(p);
      if (point.assembly().isPresent()) {
        groups.add(new Group(p, point, point.assembly().get(), layout));
        most = Math.max(most, point.assembly().get().size());
      }
    }
    shifts = new double[3 * most * frames.stride()];
    int width = groups.isEmpty() ? 0 : frames.stride();
    x = new double[width];
    y = new double[width];
    z = new double[width];
  }

  /**
   * Moves the means of groups to where they are when the groups are whole.
   *
   * @param means columns of the points' positions, the means of what stands in the file
   */
  void correct(double[] means) {
    if (frames.boxes() == null) {
      return;
    }
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      Arrays.fill(shifts, 0, 3 * frames.stride(), 0);
      for (int k = 1; k < group.rows.length; k++) {
        shift(group, k);
        if (group.weights[k] != 0) {
          add(group, k, means);
        }
      }
    }
  }

  /** The shift of an atom: its anchor's, and what makes the vector from there the shortest. */
  private void shift(Group group, int k) {
    int stride = frames.stride();
    int size = frames.size();
    int atom = 3 * group.rows[k] * stride;
    int anchor = 3 * group.rows[group.assembly.anchor(k)] * stride;
    int before = 3 * group.assembly.anchor(k) * stride;
    int own = 3 * k * stride;
    subtract(atom, anchor, x, size);
    subtract(atom + stride, anchor + stride, y, size);
    subtract(atom + 2 * stride, anchor + 2 * stride, z, size);
    images.reduce(frames.boxes(), stride, size, x, y, z);
    change(atom, anchor, x, before, own, size);
    change(atom + stride, anchor + stride, y, before + stride, own + stride, size);
    change(atom + 2 * stride, anchor + 2 * stride, z, before + 2 * stride, own + 2 * stride, size);
  }

  private void subtract(int atom, int anchor, double[] difference, int size) {
    double[] positions = frames.positions();
    for (int j = 0; j < size; j++) {
      difference[j] = positions[atom + j] - positions[anchor + j];
    }
  }

  private void change(int atom, int anchor, double[] shortest, int before, int own, int size) {
    double[] positions = frames.positions();
    for (int j = 0; j < size; j++) {
      shifts[own + j] =
          shifts[before + j] + (shortest[j] - (positions[atom + j] - positions[anchor + j]));
    }
  }

  private void add(Group group, int k, double[] means) {
    int stride = frames.stride();
    double weight = group.weights[k];
    for (int d = 0; d < 3; d++) {
      int from = (3 * k + d) * stride;
      int to = (3 * group.point + d) * stride;
      for (int j = 0; j < frames.size(); j++) {
        means[to + j] += weight * shifts[from + j];
      }
    }
  }

  /** A point with an assembly, the rows of its atoms and their weights in it. */
  private static final class Group {
    final int point;
    final Assembly assembly;
    final int[] rows;
    final double[] weights;

    Group(int place, Point point, Assembly assembly, PointLayout layout) {
      this.point = place;
      this.assembly = assembly;
      rows = new int[assembly.size()];
      weights = new double[assembly.size()];
      int[] sorted = new int[point.size()];
      Arrays.setAll(sorted, point::atom);
      for (int k = 0; k < rows.length; k++) {
        rows[k] = layout.atomRow(assembly.atom(k));
        int found = Arrays.binarySearch(sorted, assembly.atom(k));
        weights[k] = found < 0 ? 0 : point.weight(found);
      }
    }
  }
}
