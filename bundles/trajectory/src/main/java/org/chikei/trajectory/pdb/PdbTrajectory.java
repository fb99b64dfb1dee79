package org.chikei.trajectory.pdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.chikei.api.trajectory.FrameContent;
import org.chikei.api.trajectory.FrameDecoder;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.file.BoxCheck;
import org.chikei.trajectory.file.FoundFrames;
import org.chikei.trajectory.file.Refusals;
import org.chikei.trajectory.file.TrajectoryFile;
import org.chikei.trajectory.text.Lines;
import org.chikei.trajectory.text.TextTrajectory;

/** An open PDB file. */
final class PdbTrajectory extends TextTrajectory {
  private final ModelWalk walk;

  private final AtomRecords records;

  /** What ends the first model; null for the end of the file. */
  private final PdbRecord divider;

  private final double[] box;

  private PdbTrajectory(
      TrajectoryFile file,
      AtomRecords records,
      ModelWalk walk,
      double[] box,
      Set<FrameContent> carries) {
    super(file, 0, records.size() - records.alternates(), carries);
    this.walk = walk;
    this.records = records;
    this.divider = walk.end();
    this.box = box.clone();
    if (records.alternates() > 0) {
      note(
          "%s: %d alternate locations of atoms are left out in each model"
              .formatted(file.path(), records.alternates()));
    }
  }

  static PdbTrajectory open(Path path, TrajectoryOptions options) throws IOException {
    TrajectoryFile file = TrajectoryFile.open(path);
    try {
      Refusals.units(file, options);
      return openFirst(file, options);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static PdbTrajectory openFirst(TrajectoryFile file, TrajectoryOptions options)
      throws IOException {
    AtomRecords records = new AtomRecords();
    ModelWalk walk = new ModelWalk(new Lines(file), records);
    try {
      walk.walk(0, true);
    } catch (IllegalArgumentException e) {
      throw file.fault("frame 0: " + e.getMessage());
    }
    if (walk.isCutInAtom() || walk.isOpen()) {
      throw Refusals.cutInFirst(file);
    }
    if (records.size() == 0) {
      throw file.fault("no ATOM or HETATM record; the file is no PDB file or holds no atoms");
    }
    Refusals.atoms(file, records.size() - records.alternates(), options);
    double[] box = firstBox(file);
    Set<FrameContent> carries = EnumSet.noneOf(FrameContent.class);
    if (!Double.isNaN(walk.time())) {
      carries.add(FrameContent.TIME);
    }
    if (BoxCheck.exists(box)) {
      carries.add(FrameContent.BOX);
    }
    return new PdbTrajectory(file, records, walk, box, carries);
  }

  private static double[] firstBox(TrajectoryFile file) throws IOException {
    PdbCell cell = new PdbCell();
    Lines lines = new Lines(file);
    while (lines.next() && PdbRecord.of(lines) != PdbRecord.ATOM) {
      if (PdbRecord.of(lines) == PdbRecord.BOX && !cell.read(lines)) {
        throw file.fault("frame 0: " + PdbCell.fault(lines));
      }
    }
    return cell.vectors();
  }

  @Override
  public double resolution() {
    return PdbDecoder.LAST_PLACE;
  }

  @Override
  protected long find(long position, long number, FoundFrames found) throws IOException {
    try {
      walk.walk(position, false);
    } catch (IllegalArgumentException e) {
      throw file().damaged(position, number, e.getMessage());
    }
    int count = walk.records();
    boolean unfinished = divider == PdbRecord.END || count < records.size();
    if (walk.isCutInAtom() || walk.end() == null && unfinished) {
      return CUT;
    }
    if (count != records.size()) {
      throw file()
          .damaged(
              position,
              number,
              "%d atoms, but %d in the first frame%s"
                  .formatted(count, records.size(), walk.lastLine()));
    }
    found.add(number, position, walk.time());
    long next = walk.following();
    return next < 0 ? file().size() : next;
  }

  @Override
  protected long search(Lines lines) throws IOException {
    while (divider != null && lines.next()) {
      if (PdbRecord.of(lines) == divider) {
        return divider == PdbRecord.END ? afterEnd(lines) : lines.position();
      }
    }
    return -1;
  }

  private static long afterEnd(Lines lines) throws IOException {
    while (lines.next()) {
      if (!PdbRecord.isBetween(lines)) {
        return lines.position();
      }
    }
    return -1;
  }

  @Override
  public FrameDecoder decoder(int[] atomIndices) {
    int[] wanted = atomIndices.clone();
    if (records.alternates() > 0) {
      int[] kept = records.kept();
      for (int a = 0; a < wanted.length; a++) {
        wanted[a] = kept[wanted[a]];
      }
    }
    return new PdbDecoder(file(), box, atomIndices, wanted);
  }
}
