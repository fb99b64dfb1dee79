package org.chikei.trajectory.xtc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FileTrajectory;
import org.chikei.trajectory.file.FileWindow;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.SignatureSearch;
import org.chikei.trajectory.file.TrajectoryFile;

/** An open XTC file. */
final class XtcTrajectory extends FileTrajectory<XtcFrames> {
  private final FileWindow window;
  private final ByteBuffer bytes;
  private final SignatureSearch search;

  /** Grid points in a nm; 0 where the positions are plain floats. */
  private final float precision;

  private XtcTrajectory(
      TrajectoryFile file, FileWindow window, int atoms, float precision, Set<FrameContent> carries)
      throws IOException {
    super(file, 0, 0, atoms, carries);
    this.window = window;
    this.bytes = window.buffer();
    this.precision = precision;
    int at = window.at(0, 8);
    byte[] signature = new byte[8];
    bytes.get(at, signature);
    this.search = new SignatureSearch(file, signature);
  }

  static XtcTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      Refusals.units(file, options);
      return openFirst(file, options);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static XtcTrajectory openFirst(TrajectoryFile file, TrajectoryOptions options)
      throws IOException {
    FileWindow window = new FileWindow(file);
    ByteBuffer bytes = window.buffer();
    int at = window.at(0, 8);
    if (at < 0) {
      throw Refusals.cutInFirst(file);
    }
    int magic = bytes.getInt(at);
    int atoms = XtcHeader.atoms(bytes, at);
    if (!XtcHeader.isMagic(magic)) {
      throw file.damaged(0, 0, "no frame of an XTC file begins here");
    }
    if (atoms <= 0) {
      throw file.damaged(0, 0, "the header claims " + atoms + " atoms");
    }
    Refusals.atoms(file, atoms, options);
    at = window.at(0, XtcHeader.length(magic, atoms));
    if (at < 0) {
      throw Refusals.cutInFirst(file);
    }
    String fault = XtcHeader.fault(bytes, at);
    if (fault != null) {
      throw file.damaged(0, 0, fault);
    }
    long length = XtcHeader.frame(bytes, at);
    if (length > file.size()) {
      throw Refusals.cutInFirst(file, atoms, length);
    }
    Set<FrameContent> carries = EnumSet.of(FrameContent.TIME);
    if (BoxCheck.exists(XtcHeader.box(bytes, at))) {
      carries.add(FrameContent.BOX);
    }
    boolean plain = atoms <= XtcHeader.PLAIN;
    float precision = plain ? 0 : bytes.getFloat(at + XtcHeader.PRECISION);
    XtcTrajectory trajectory = new XtcTrajectory(file, window, atoms, precision, carries);
    if (plain) {
      trajectory.mayBeEven(length);
    }
    return trajectory;
  }

  @Override
  public double resolution() {
    return precision > 0 ? 1.0 / precision : 0;
  }

  @Override
  protected XtcFrames batch(int maximum) {
    return new XtcFrames(maximum);
  }

  @Override
  protected long find(long position, long number, XtcFrames found) throws IOException {
    int at = window.at(position, XtcHeader.length(XtcHeader.MAGIC, atoms()));
    if (at < 0) {
      return rest(position, number);
    }
    int magic = bytes.getInt(at);
    if (!XtcHeader.isMagic(magic)) {
      throw file().damaged(position, number, "no frame of an XTC file begins here");
    }
    int atoms = XtcHeader.atoms(bytes, at);
    if (atoms != atoms()) {
      throw Refusals.atomsChanged(file(), position, number, atoms, atoms());
    }
    at = window.at(position, XtcHeader.length(magic, atoms));
    if (at < 0) {
      return CUT;
    }
    String fault = XtcHeader.fault(bytes, at);
    if (fault != null) {
      throw file().damaged(position, number, fault);
    }
    long length = XtcHeader.frame(bytes, at);
    double time = bytes.getFloat(at + XtcHeader.TIME);
    if (precision > 0 && bytes.getFloat(at + XtcHeader.PRECISION) < precision) {
      warn(
          "some frames keep positions to fewer digits than the first, which keeps %s nm"
              .formatted((float) resolution()));
    }
    if (length > file().size() - position) {
      if (synchronise(position + 4) >= 0) {
        throw file().damaged(position, number, "it claims " + length + " bytes, more than it has");
      }
      return CUT;
    }
    if (length > Integer.MAX_VALUE - 1024) {
      throw file().fault("frames of more than 2 GB are not read; write fewer atoms");
    }
    found.add(number, position, time, (int) length);
    return position + length;
  }

  /** What the last bytes are, too few for a header: a cut frame or none. */
  private long rest(long position, long number) throws IOException {
    long left = file().size() - position;
    int at = window.at(position, (int) Math.min(left, 8));
    boolean magic = left < 4 || XtcHeader.isMagic(bytes.getInt(at));
    boolean atoms = left < 8 || XtcHeader.atoms(bytes, at) == atoms();
    if (!magic || !atoms) {
      throw file().damaged(position, number, "the bytes that follow are no frame");
    }
    return CUT;
  }

  @Override
  protected long synchronise(long from) throws IOException {
    long position = search.find(from);
    while (position >= 0 && !isFrame(position)) {
      position = search.find(position + 4);
    }
    return position;
  }

  /** Whether a frame begins at a place, and another one or nothing follows it. */
  private boolean isFrame(long position) throws IOException {
    int at = window.at(position, XtcHeader.length(XtcHeader.LONG_MAGIC, atoms()));
    if (at < 0 || !XtcHeader.isLikely(bytes, at)) {
      return false;
    }
    long after = position + XtcHeader.frame(bytes, at);
    if (after == file().size()) {
      return true;
    }
    at = window.at(after, 8);
    return at >= 0 && XtcHeader.isMagic(bytes.getInt(at)) && XtcHeader.atoms(bytes, at) == atoms();
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    return new XtcDecoder(file(), atoms(), atomIndices);
  }
}
