package org.chikei.trajectory.trr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.chikei.api.InputException;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FileTrajectory;
import org.chikei.trajectory.file.FileWindow;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.SignatureSearch;
import org.chikei.trajectory.file.TrajectoryFile;

/** An open TRR file. */
final class TrrTrajectory extends FileTrajectory<TrrFrames> {
  private static final int LAYOUTS = 8;

  private final FileWindow window;
  private final SignatureSearch search;
  private final ByteBuffer bytes;

  /** Headers seen so far, as far as they say how a frame is laid out; the last one used first. */
  private final long[][] shapes = new long[LAYOUTS][];

  private final TrrLayout[] layouts = new TrrLayout[LAYOUTS];

  private TrrTrajectory(
      TrajectoryFile file,
      FileWindow window,
      long first,
      long number,
      TrrLayout layout,
      Set<FrameContent> carries) {
    super(file, first, number, layout.atoms(), carries);
    this.window = window;
    this.search = new SignatureSearch(file, TrrLayout.SIGNATURE);
    this.bytes = window.buffer();
  }

  static TrrTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      Refusals.units(file, options);
      return openFirst(file, options);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static TrrTrajectory openFirst(TrajectoryFile file, TrajectoryOptions options)
      throws IOException {
    FileWindow window = new FileWindow(file);
    long position = 0;
    for (long number = 0; position < file.size(); number++) {
      int at = window.at(position, TrrLayout.SHORT_HEADER);
      if (at < 0) {
        throw Refusals.cutInFirst(file);
      }
      String fault = TrrLayout.fault(window.buffer(), at);
      if (fault != null) {
        throw file.damaged(position, number, fault);
      }
      TrrLayout layout = TrrLayout.read(window.buffer(), at);
      if (layout.positions() > 0) {
        Refusals.atoms(file, layout.atoms(), options);
      }
      if (layout.length() > file.size() - position) {
        throw Refusals.cutInFirst(file, layout.atoms(), layout.length());
      }
      if (layout.positions() > 0) {
        TrrTrajectory trajectory =
            new TrrTrajectory(
                file, window, position, number, layout, carries(file, window, position, layout));
        trajectory.mayBeEven(layout.length());
        return trajectory;
      }
      position += layout.length();
    }
    throw file.fault("no frame has positions; write the trajectory with positions (nstxout)");
  }

  private static Set<FrameContent> carries(
      TrajectoryFile file, FileWindow window, long position, TrrLayout layout) throws IOException {
    Set<FrameContent> carries = EnumSet.of(FrameContent.TIME);
    if (layout.box() && boxIsThere(file, window, position, layout)) {
      carries.add(FrameContent.BOX);
    }
    if (layout.velocities() > 0) {
      carries.add(FrameContent.VELOCITIES);
    }
    if (layout.forces() > 0) {
      carries.add(FrameContent.FORCES);
    }
    return carries;
  }

  private static boolean boxIsThere(
      TrajectoryFile file, FileWindow window, long position, TrrLayout layout) throws IOException {
    double[] box = new double[9];
    int at = window.at(position + layout.header(), 9 * layout.bytes());
    for (int k = 0; k < 9; k++) {
      int place = at + k * layout.bytes();
      box[k] =
          layout.bytes() == 4 ? window.buffer().getFloat(place) : window.buffer().getDouble(place);
    }
    return BoxCheck.exists(box);
  }

  @Override
  protected TrrFrames batch(int maximum) {
    return new TrrFrames(maximum);
  }

  @Override
  protected long find(long position, long number, TrrFrames found) throws IOException {
    int at = window.at(position, TrrLayout.SHORT_HEADER);
    if (at < 0) {
      return rest(position, number);
    }
    if (shapes[0] == null || !matches(shapes[0], at)) {
      select(at, position, number);
    }
    TrrLayout layout = layouts[0];
    long after = position + layout.length();
    if (after > file().size()) {
      return CUT;
    }
    if (layout.positions() == 0) {
      return after;
    }
    at = window.at(position, layout.header());
    double time = layout.time(bytes, at);
    if (Double.isNaN(time)) {
      throw file().damaged(position, number, "the time is not a number");
    }
    found.add(number, position, time, layout);
    return after;
  }

  private boolean matches(long[] shape, int at) {
    for (int k = 0; k < 8; k++) {
      if (bytes.getLong(at + 8 * k) != shape[k]) {
        return false;
      }
    }
    return bytes.getInt(at + 64) == shape[8];
  }

  /** Puts the layout of a header in front, from those seen before or read anew. */
  private void select(int at, long position, long number) throws InputException {
    int k = 1;
    while (k < LAYOUTS && shapes[k] != null && !matches(shapes[k], at)) {
      k++;
    }
    boolean known = k < LAYOUTS && shapes[k] != null;
    long[] shape = known ? shapes[k] : shape(at);
    TrrLayout layout = known ? layouts[k] : layout(at, position, number);
    for (int m = Math.min(k, LAYOUTS - 1); m > 0; m--) {
      shapes[m] = shapes[m - 1];
      layouts[m] = layouts[m - 1];
    }
    shapes[0] = shape;
    layouts[0] = layout;
  }

  private TrrLayout layout(int at, long position, long number) throws InputException {
    String fault = TrrLayout.fault(bytes, at);
    if (fault != null) {
      throw file().damaged(position, number, fault);
    }
    TrrLayout layout = TrrLayout.read(bytes, at);
    if (layout.positions() > 0 && layout.atoms() != atoms()) {
      throw Refusals.atomsChanged(file(), position, number, layout.atoms(), atoms());
    }
    return layout;
  }

  private long[] shape(int at) {
    long[] shape = new long[9];
    for (int k = 0; k < 8; k++) {
      shape[k] = bytes.getLong(at + 8 * k);
    }
    shape[8] = bytes.getInt(at + 64);
    return shape;
  }

  /** What the last bytes are, too few for a header: a cut frame or none. */
  private long rest(long position, long number) throws IOException {
    int length = (int) Math.min(file().size() - position, TrrLayout.SIGNATURE.length);
    int at = window.at(position, length);
    for (int k = 0; k < length; k++) {
      if (bytes.get(at + k) != TrrLayout.SIGNATURE[k]) {
        throw file().damaged(position, number, "the bytes that follow are no frame");
      }
    }
    return CUT;
  }

  @Override
  protected long synchronise(long from) throws IOException {
    return search.find(from);
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new TrrDecoder(file(), atomIndices);
  }
}
