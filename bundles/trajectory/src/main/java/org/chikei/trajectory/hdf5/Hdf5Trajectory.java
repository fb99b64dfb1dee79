package org.chikei.trajectory.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.TrajectoryFile;

/** An open HDF5 trajectory: frames are the rows of its positions. */
final class Hdf5Trajectory implements Trajectory {
  private final TrajectoryFile file;
  private final Hdf5Layout layout;
  private final Timing.Clock clock;
  private final Follower[] followers = new Follower[Hdf5Frames.OTHERS];
  private final long[] rows = new long[Hdf5Frames.OTHERS];
  private final Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
  private long next;

  /** Finds the rows of one element that are of the same moments as the positions. */
  private final class Follower {
    private final Element element;
    private final boolean same;
    private final boolean bySteps;
    private final Timing.Clock own;
    private long last;

    Follower(Element element) {
      this.element = element;
      Timing main = layout.timing();
      this.same = element.timing() == main || element.timing().isSame(main);
      this.bySteps = main.sharesSteps(element.timing());
      this.own = element.timing().clock();
    }

    long row(long frame) throws IOException {
      if (same) {
        return frame < element.rows() ? frame : -1;
      }
      double moment = clock.moment(frame, bySteps);
      long row = own.rowOf(moment, bySteps, element.rows(), last);
      last = row < 0 ? last : row;
      return row;
    }
  }

  private Hdf5Trajectory(TrajectoryFile file, Hdf5Layout layout) throws IOException {
    this.file = file;
    this.layout = layout;
    this.clock = layout.timing().clock();
    follow(Hdf5Frames.VELOCITIES, layout.element(Quantity.VELOCITIES));
    follow(Hdf5Frames.FORCES, layout.element(Quantity.FORCES));
    follow(Hdf5Frames.IDS, layout.ids());
    if (layout.cell() != null && !layout.cell().constant()) {
      follow(Hdf5Frames.BOX, layout.cell().edges());
    }
    find(0);
    if (layout.timing().hasTimes()) {
      carries.add(FrameContent.TIME);
    }
    if (rows[Hdf5Frames.VELOCITIES] >= 0) {
      carries.add(FrameContent.VELOCITIES);
    }
    if (rows[Hdf5Frames.FORCES] >= 0) {
      carries.add(FrameContent.FORCES);
    }
    if (rows[Hdf5Frames.BOX] >= 0) {
      double[] box = new double[9];
      layout.cell().reader().read(rows[Hdf5Frames.BOX], box);
      if (BoxCheck.exists(box)) {
        carries.add(FrameContent.BOX);
      }
    }
  }

  private void follow(int other, Element element) {
    followers[other] = element == null ? null : new Follower(element);
  }

  static Hdf5Trajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      return Hdf5File.told(
          file,
          () -> {
            Hdf5File hdf = Hdf5File.open(file);
            return new Hdf5Trajectory(file, layout(hdf, options));
          });
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private static Hdf5Layout layout(Hdf5File hdf, TrajectoryOptions options) throws IOException {
    if (H5mdLayout.matches(hdf)) {
      return H5mdLayout.read(hdf, options);
    }
    if (hdf.text(hdf.root(), "Conventions").contains("AMBER")) {
      throw hdf.file()
          .fault(
              "this is an AMBER trajectory in NetCDF-4, that is HDF5; 'nccopy -k cdf5 old.nc new.nc'"
                  + " makes a classic one of it, which is read");
    }
    if (MdtrajLayout.matches(hdf)) {
      return MdtrajLayout.read(hdf, options);
    }
    throw hdf.file()
        .fault(
            "this HDF5 file is neither H5MD (it has no group 'h5md') nor one of MDTraj's (it has no"
                + " 'coordinates')");
  }

  @Override
  public int atoms() {
    return layout.atoms();
  }

  @Override
  public Set<FrameContent> carries() {
    return carries;
  }

  @Override
  public long frames() {
    return layout.frames();
  }

  @Override
  public List<String> notes() {
    return layout.notes().stream().map(note -> file.path() + ": " + note).toList();
  }

  @Override
  public FrameBatch next(int maximum) throws IOException {
    if (next == layout.frames()) {
      return null;
    }
    Hdf5Frames found = new Hdf5Frames(maximum);
    try {
      while (found.size() < maximum && next < layout.frames()) {
        found.add(next, find(next), rows);
        next++;
      }
    } catch (InputException e) {
      if (found.size() == 0) {
        throw e;
      }
      return found; // what is before the fault can be used; the next call comes to it again
    }
    return found;
  }

  /** Looks up all that belongs to a frame and returns its time. */
  private double find(long frame) throws IOException {
    return Hdf5File.told(
        file,
        () -> {
          for (int k = 0; k < rows.length; k++) {
            rows[k] = followers[k] == null ? -1 : followers[k].row(frame);
          }
          if (layout.cell() != null && layout.cell().constant()) {
            rows[Hdf5Frames.BOX] = 0;
          }
          double time = clock.time(frame);
          if (layout.timing().hasTimes() && Double.isNaN(time)) {
            throw file.damaged(-1, frame, "the time is not a number");
          }
          return time;
        });
  }

  @Override
  public FrameBatch spread(int maximum) throws IOException {
    Hdf5Frames found = new Hdf5Frames(maximum);
    long wanted = Math.min(layout.frames(), maximum);
    for (long k = 0; k < wanted; k++) {
      long frame = wanted == 1 ? 0 : (long) ((double) k * (layout.frames() - 1) / (wanted - 1));
      try {
        found.add(frame, find(frame), rows);
      } catch (InputException e) {
        if (frame == 0) {
          throw e; // of the others next() will say what is wrong
        }
      }
    }
    return found;
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new Hdf5Decoder(file, layout, atomIndices);
  }

  @Override
  public double progress() {
    return (double) next / layout.frames();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
