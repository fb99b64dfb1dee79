package org.chikei.landscape.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.analysis.CoordinateInfo;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.result.Quantity;
import org.chikei.api.text.Words;
import org.chikei.landscape.words.Places;

/** What results say of the kernel that they were made under. */
public final class KernelWords {
  /** Points further apart than so many bandwidths miss what lies between them. */
  private static final double FAR = 4;

  private final List<CoordinateInfo> coordinates;
  private final FineGrid grid;
  private final boolean given;

  /**
   * Makes words.
   *
   * @param coordinates the coordinates
   * @param grid the samples
   * @param bandwidth the bandwidths that the job gives; null where it gives none
   * @throws StepFailure if the samples go so far that the cells became wider than these
   */
  public KernelWords(List<CoordinateInfo> coordinates, FineGrid grid, double[] bandwidth)
      throws StepFailure {
    this.coordinates = coordinates;
    this.grid = grid;
    given = bandwidth != null;
    for (int a = 0; given && a < bandwidth.length; a++) {
      if (grid.width(a) > bandwidth[a] * (1 + 1e-9)) {
        CoordinateInfo info = coordinates.get(a);
        throw new StepFailure(
            "samples of '"
                + info.name()
                + "' go so far apart that a bandwidth of "
                + Places.width(info, bandwidth[a])
                + " is too narrow for them; give a range");
      }
    }
  }

  /** Estimator and bandwidth, for the fields of a result. */
  public Map<String, Object> fields(String kind, double[] bandwidth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    fields.put("bandwidth", quantities(bandwidth));
    fields.put("bandwidth_from", given ? "job" : "cross-validation");
    return fields;
  }

  /** Where the axes end, for the fields of a result. */
  public List<Object> ends(double[][] ends) {
    List<Object> list = new ArrayList<>();
    for (int a = 0; a < ends.length; a++) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("coordinate", coordinates.get(a).name());
      for (int side = 0; side < 2; side++) {
        if (grid.extremes(a)[side] == ends[a][side]) {
          entry.put(side == 0 ? "from" : "to", ends[a][side]);
        }
      }
      if (entry.size() > 1) {
        list.add(entry);
      }
    }
    return list;
  }

  private Object quantities(double[] bandwidth) {
    List<Quantity> list = new ArrayList<>();
    for (int a = 0; a < bandwidth.length; a++) {
      list.add(new Quantity(bandwidth[a], Double.NaN, coordinates.get(a).unit()));
    }
    return list.size() == 1 ? list.get(0) : list;
  }

  /** "0.02 nm", or with several coordinates "5° along phi and 0.02 nm along d". */
  public String widths(double[] bandwidth) {
    StringBuilder text = new StringBuilder();
    for (int a = 0; a < bandwidth.length; a++) {
      text.append(a == 0 ? "" : a == bandwidth.length - 1 ? " and " : ", ");
      text.append(Places.width(coordinates.get(a), bandwidth[a]));
      text.append(bandwidth.length == 1 ? "" : " along " + coordinates.get(a).name());
    }
    return text.toString();
  }

  /**
   * What is to be said of a result.
   *
   * @param what its name
   * @param bandwidth the bandwidths
   * @param shifted the part of the samples that lie where smoothing shifts it by more than its
   *     error
   */
  public List<String> warnings(String what, double[] bandwidth, double shifted) {
    List<String> warnings = new ArrayList<>();
    if (shifted > SmoothingShift.MUCH) {
      warnings.add(
          "smoothing over "
              + widths(bandwidth)
              + " shifts "
              + what
              + " by more than its standard error where "
              + Words.percent(shifted)
              + " of the samples are; "
              + (given
                  ? "choose a narrower bandwidth"
                  : "give a narrower bandwidth or more samples"));
    }
    for (int a = 0; a < bandwidth.length; a++) {
      double apart = grid.width(a) * grid.step(a);
      if (apart > FAR * bandwidth[a]) {
        warnings.add(
            "the points along '"
                + coordinates.get(a).name()
                + "' are "
                + Words.number(apart / bandwidth[a], 2)
                + " bandwidths of "
                + what
                + " apart, so that it shows what is there and not what lies between; ask for more bins");
      }
    }
    for (int a = 0; !given && a < bandwidth.length; a++) {
      if (bandwidth[a] <= 1.5 * grid.width(a)) {
        warnings.add(
            "the bandwidth of "
                + what
                + " along '"
                + coordinates.get(a).name()
                + "' is as narrow as the cells under it allow: values are rounded or repeated, or the range is"
                + " long against what happens in it; look at the curve, and give a shorter range, more bins or a"
                + " bandwidth");
      }
    }
    return warnings;
  }
}
