package org.chikei.trajectory.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.Trajectory;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.FileWindow;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Quantity;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;

/** An open AMBER NetCDF file: the place of every frame follows from its number. */
final class NetcdfTrajectory implements Trajectory {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};

  /** What the NetCDF library puts where nothing was written is larger. */
  private static final double LARGEST_TIME = 1e30;

  private final TrajectoryFile file;
  private final AmberLayout layout;
  private final FileWindow window;
  private final Set<FrameContent> carries;
  private final List<String> warnings = new ArrayList<>();
  private long next;

  private NetcdfTrajectory(TrajectoryFile file, AmberLayout layout) throws IOException {
    this.file = file;
    this.layout = layout;
    this.window = new FileWindow(file);
    this.carries = EnumSet.noneOf(FrameContent.class);
    if (layout.time() != null) {
      carries.add(FrameContent.TIME);
    }
    if (layout.lengths() != null && hasBox()) {
      carries.add(FrameContent.BOX);
    }
    if (layout.stored(Quantity.VELOCITIES) != null) {
      carries.add(FrameContent.VELOCITIES);
    }
    if (layout.stored(Quantity.FORCES) != null) {
      carries.add(FrameContent.FORCES);
    }
  }

  static NetcdfTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      Refusals.units(file, options);
      ByteBuffer head = ByteBuffer.allocate((int) Math.min(4, file.size()));
      file.read(head, 0);
      if (head.flip().equals(ByteBuffer.wrap(HDF5))) {
        throw file.fault(
            "this is a NetCDF-4 file, that is HDF5; 'nccopy -k cdf5 old.nc new.nc' makes a classic"
                + " one of it");
      }
      if (!NetcdfHeader.isClassic(head.array())) {
        throw file.damaged(0, -1, "no classic NetCDF file begins here");
      }
      return new NetcdfTrajectory(file, AmberLayout.read(file, options));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private boolean hasBox() throws IOException {
    for (int d = 0; d < 3; d++) {
      if (number(layout.lengths(), 0, d) != 0) {
        return true;
      }
    }
    return false;
  }

  private double number(Stored stored, long frame, int index) throws IOException {
    int at = window.at(stored.place(frame) + (long) index * stored.bytes(), stored.bytes());
    ByteBuffer bytes = window.buffer();
    return (stored.bytes() == 4 ? bytes.getFloat(at) : bytes.getDouble(at)) * stored.factor();
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
      warnOfCut();
      return null;
    }
    FoundFrames found = new FoundFrames(maximum);
    while (found.size() < maximum && next < layout.frames()) {
      if (found.size() > 0 && Double.isNaN(time(next))) {
        return found; // what is before the fault can be used; the next call comes to it again
      }
      add(next++, found);
    }
    return found;
  }

  private void warnOfCut() {
    if (layout.cut() >= 0 && warnings.isEmpty()) {
      warnings.add(
          "%s: the last frame (frame %d, from byte %d) is cut; the %d before it are used"
              .formatted(file.path(), layout.frames(), layout.cut(), layout.frames()));
    }
  }

  private void add(long frame, FoundFrames found) throws IOException {
    double time = layout.time() == null ? Double.NaN : time(frame);
    long place = layout.start() + frame * layout.stride();
    if (layout.time() != null && Double.isNaN(time)) {
      throw file.damaged(place, frame, "the time is not a number");
    }
    found.add(frame, place, time);
  }

  /** The time of a frame; NaN where none was written, 0 where the file has none at all. */
  private double time(long frame) throws IOException {
    if (layout.time() == null) {
      return 0;
    }
    double time = number(layout.time(), frame, 0);
    return Math.abs(time) < LARGEST_TIME ? time : Double.NaN;
  }

  @Override
  public FrameBatch spread(int maximum) throws IOException {
    FoundFrames found = new FoundFrames(maximum);
    long wanted = Math.min(layout.frames(), maximum);
    for (long k = 0; k < wanted; k++) {
      long frame = wanted == 1 ? 0 : (long) ((double) k * (layout.frames() - 1) / (wanted - 1));
      if (!Double.isNaN(time(frame))) {
        add(frame, found); // next() will come to the others and say what is wrong
      }
    }
    return found;
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new NetcdfDecoder(file, layout, atomIndices);
  }

  @Override
  public double progress() {
    return (double) next / layout.frames();
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
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
