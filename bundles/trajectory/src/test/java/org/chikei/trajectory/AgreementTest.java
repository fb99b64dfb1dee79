package org.chikei.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;
import org.chikei.trajectory.dcd.DcdFormat;
import org.chikei.trajectory.gro.GroFormat;
import org.chikei.trajectory.hdf5.Hdf5Format;
import org.chikei.trajectory.lammps.LammpsFormat;
import org.chikei.trajectory.netcdf.NetcdfFormat;
import org.chikei.trajectory.pdb.PdbFormat;
import org.chikei.trajectory.trr.TrrFormat;
import org.chikei.trajectory.xtc.XtcFormat;
import org.chikei.trajectory.xyz.ExtendedXyzFormat;
import org.chikei.trajectory.xyz.XyzFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames of one run give the same numbers whatever the format they were written in: those of the
 * TRR, to the precision of the other.
 */
class AgreementTest {
  /** A float of 4 bytes between 4 and 8 nm is rounded by so much at most. */
  private static final double FLOAT = 2.4e-7;

  /** Velocities and forces of this run are below 16 nm/ps and 8192 kJ/mol/nm. */
  private static final double FLOAT_VELOCITY = 4.8e-7;

  private static final double FLOAT_FORCE = 2.5e-4;

  /** Forces that went through other units and back, rounded each time. */
  private static final double FOUR_TIMES = 4 * FLOAT_FORCE;

  private static final double BOX = 5;

  /**
   * A file of the run.
   *
   * @param name its name among the test data
   * @param format what reads it
   * @param units the units that its job names
   * @param spacing ps between frames, where the format has no times; else NaN
   * @param position half the last place of its positions in nm
   * @param velocity half the last place of its velocities in nm/ps; NaN where it has none
   * @param force half the last place of its forces in kJ/mol/nm; NaN where it has none
   * @param box whether it states the box
   */
  record Written(
      String name,
      TrajectoryFormat format,
      String units,
      double spacing,
      double position,
      double velocity,
      double force,
      boolean box) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Written> files() {
    double none = Double.NaN;
    return Stream.of(
        new Written("ala2.xtc", new XtcFormat(), "", none, 5e-4, none, none, true),
        new Written("ala2.xyz", new XyzFormat(), "", none, 5e-7, none, none, false),
        new Written("ala2.extxyz", new ExtendedXyzFormat(), "", none, 5e-8, 5e-7, 5e-6, true),
        new Written("ala2.lammpstrj", new LammpsFormat(), "real", 1, 5e-8, 5e-7, 2.1e-5, true),
        new Written("ala2.gro", new GroFormat(), "", none, 5e-4, 5e-5, none, true),
        new Written("ala2-models.pdb", new PdbFormat(), "", none, 5e-5, none, none, true),
        new Written("ala2.dcd", new DcdFormat(), "", 1, FLOAT, none, none, true),
        new Written("ala2.nc", new NetcdfFormat(), "", none, FLOAT, none, none, true),
        new Written(
            "ala2-xvf.nc", new NetcdfFormat(), "", none, FLOAT, FLOAT_VELOCITY, FLOAT_FORCE, true),
        new Written("ala2.h5", new Hdf5Format(), "", none, FLOAT, none, none, true),
        new Written(
            "ala2.h5md", new Hdf5Format(), "", none, FLOAT, FLOAT_VELOCITY, FOUR_TIMES, true));
  }

  @ParameterizedTest
  @MethodSource("files")
  void framesAreThoseOfTheTrr(Written written) throws IOException {
    Decoded trr = Decoded.all(new TrrFormat(), Decoded.data("ala2.trr"));
    Map<Double, Integer> frameAt = new HashMap<>();
    for (int k = 0; k < trr.size(); k++) {
      frameAt.put(trr.times().get(k), k);
    }
    Decoded other =
        Decoded.all(
            written.format(),
            Decoded.data(written.name()),
            new TrajectoryOptions(22, written.units(), Map.of()));
    int compared = 0;
    for (int k = 0; k < other.size(); k++) {
      double time = Double.isNaN(written.spacing()) ? other.times().get(k) : k * written.spacing();
      Integer frame = frameAt.get(time);
      if (frame != null) {
        compare(written, trr, frame, other, k);
        compared++;
      }
    }
    assertTrue(compared >= 25, compared + " frames compared");
    assertEquals(List.of(), other.warnings());
  }

  private static void compare(Written written, Decoded trr, int m, Decoded other, int k) {
    double[] box = written.box() ? trr.boxes().get(m) : new double[9];
    assertArrayEquals(box, other.boxes().get(k), 1e-12);
    for (int c = 0; c < 66; c++) {
      double shift = other.positions().get(k)[c] - trr.positions().get(m)[c];
      double inBox = shift - BOX * Math.rint(shift / BOX);
      assertEquals(0, inBox, written.position() + FLOAT);
      double velocity = other.velocities().get(k)[c];
      assertEquals(Double.isNaN(written.velocity()), Double.isNaN(velocity));
      if (!Double.isNaN(velocity)) {
        assertEquals(trr.velocities().get(m)[c], velocity, written.velocity() + FLOAT_VELOCITY);
      }
      double force = other.forces().get(k)[c];
      assertEquals(Double.isNaN(written.force()), Double.isNaN(force));
      if (!Double.isNaN(force)) {
        assertEquals(trr.forces().get(m)[c], force, written.force() + FLOAT_FORCE);
      }
    }
  }
}
