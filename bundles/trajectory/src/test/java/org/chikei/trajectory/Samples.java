package org.chikei.trajectory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.trajectory.trr.TrrFormat;
import org.chikei.trajectory.xtc.XtcFormat;
import org.chikei.trajectory.xyz.ExtendedXyzFormat;
import org.chikei.trajectory.xyz.XyzFormat;

/** The first frames of the test data: one short sound file for each format, to be damaged. */
public enum Samples {
  /** Three frames of 22 atoms with positions, velocities and forces. */
  TRR("ala2.trr", 3 * 912, new TrrFormat()),
  /** Three frames of 22 atoms. */
  XTC("ala2.xtc", 0, new XtcFormat()),
  /** Three frames of 22 atoms. */
  XYZ("ala2.xyz", 0, new XyzFormat()),
  /** Three frames of 22 atoms with positions, velocities and forces. */
  EXTXYZ("ala2.extxyz", 0, new ExtendedXyzFormat());

  /** The number of frames in each. */
  public static final int FRAMES = 3;

  private final String name;
  private final int length;
  private final TrajectoryFormat format;

  Samples(String name, int length, TrajectoryFormat format) {
    this.name = name;
    this.length = length;
    this.format = format;
  }

  /** The format. */
  public TrajectoryFormat format() {
    return format;
  }

  /** Whether the format is made of lines. */
  public boolean isText() {
    return this == XYZ || this == EXTXYZ;
  }

  /** The sound file. */
  public byte[] bytes() throws IOException {
    byte[] whole = Files.readAllBytes(Decoded.data(name));
    return Arrays.copyOf(whole, length > 0 ? length : frameStart(whole, FRAMES));
  }

  /** Where a frame begins in the sound file; after the last frame its length. */
  public int frameStart(byte[] bytes, int frame) {
    int at = 0;
    for (int k = 0; k < frame; k++) {
      at =
          switch (this) {
            case TRR -> at + 912;
            case XTC -> at + 92 + (ByteBuffer.wrap(bytes).getInt(at + 88) + 3 & ~3);
            default -> afterLines(bytes, at, 24);
          };
    }
    return at;
  }

  private static int afterLines(byte[] bytes, int from, int count) {
    int at = from;
    for (int k = 0; k < count; k++) {
      while (bytes[at] != '\n') {
        at++;
      }
      at++;
    }
    return at;
  }

  /** The sound file as text with something replaced. */
  public byte[] replaced(String from, String to) throws IOException {
    String text = new String(bytes(), StandardCharsets.ISO_8859_1);
    if (!text.contains(from)) {
      throw new AssertionError("'" + from + "' is not in " + name);
    }
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }
}
