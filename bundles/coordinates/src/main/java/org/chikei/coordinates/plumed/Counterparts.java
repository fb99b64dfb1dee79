package org.chikei.coordinates.plumed;

import java.util.List;
import java.util.Map;

/** The lines of an input that ask for coordinates of each type, with what keywords stand for. */
final class Counterparts {
  private static final String HEAD =
      "# lengths in nm, as in a PLUMED input without UNITS; NOPBC is 'nearest-image: false'";

  private static final Map<String, String> LINES =
      Map.ofEntries(
          Map.entry(
              "position",
              """
              # component: x, y, z with nearest-image: true; add NOPBC for the positions as they stand
              p: POSITION ATOM=9
              """),
          Map.entry(
              "distance",
              """
              d: DISTANCE ATOMS=9,15
              # component: x is e.x, and so on
              e: DISTANCE ATOMS=9,15 COMPONENTS
              """),
          Map.entry(
              "angle",
              """
              a: ANGLE ATOMS=7,9,15
              # of four points: between the vectors from the second to the first and from the third
              # to the fourth
              b: ANGLE ATOMS=7,9,15,17
              """),
          Map.entry(
              "torsion",
              """
              t: TORSION ATOMS=5,7,9,15
              # of six points: atoms: [5, 7, 9, 15, 17, 19]
              u: TORSION VECTORA=7,5 AXIS=9,15 VECTORB=17,19
              """),
          Map.entry(
              "linear-combination",
              """
              d1: DISTANCE ATOMS=9,15
              d2: DISTANCE ATOMS=5,7
              # coefficients: [1, -2], constant: 0.3; of periodic coordinates say PERIODIC=min,max
              s: COMBINE ARG=d1,d2 COEFFICIENTS=1,-2 PARAMETERS=-0.3,0 PERIODIC=NO
              """),
          Map.entry(
              "product",
              """
              d1: DISTANCE ATOMS=9,15
              d2: DISTANCE ATOMS=5,7
              # powers: [1, -1]
              r: CUSTOM ARG=d1,d2 VAR=x1,x2 FUNC=x1*x2^-1 PERIODIC=NO
              """),
          Map.entry(
              "custom",
              """
              d1: DISTANCE ATOMS=9,15
              d2: DISTANCE ATOMS=5,7
              # VAR is 'variables', FUNC is 'function', PERIODIC=-pi,pi is 'periodic: [-pi, pi]'
              c: CUSTOM ARG=d1,d2 VAR=x,y FUNC=x*exp(-y^2) PERIODIC=NO
              """),
          Map.entry(
              "gyration",
              """
              # TYPE is 'component' in capitals with _: RADIUS, GTPC_1, ASPHERICITY, KAPPA2, RGYR_1 and
              # others (TRACE is twice 'inertia'); MASS_WEIGHTED is 'weights: mass'
              g: GYRATION ATOMS=1-22 TYPE=RADIUS
              """),
          Map.entry(
              "coordination",
              """
              # R_0, D_0, NN, MM without SWITCH also cut where the function has fallen to 1e-5, which
              # here is a d-max; SWITCH={RATIONAL …} does not. Kinds: RATIONAL, EXP (exponential),
              # GAUSSIAN, SMAP, CUBIC, TANH, COSINUS (cosine), Q (native-contacts); NOSTRETCH is
              # 'stretch: false', PAIR is 'pairs: true'
              c: COORDINATION GROUPA=1 GROUPB=2-100 SWITCH={RATIONAL R_0=0.3 NN=6 MM=12}
              """),
          Map.entry(
              "contact-map",
              """
              # SUM is 'measure: sum', CMDIST is 'measure: squared-distance'
              c: CONTACTMAP ATOMS1=1,2 ATOMS2=3,4 SWITCH={RATIONAL R_0=0.3} WEIGHT1=1 WEIGHT2=0.5 SUM
              """),
          Map.entry(
              "minimum-distance",
              """
              # m.min is 'form: inverse', m.altmin is 'form: soft'
              m: DISTANCES GROUPA=1-10 GROUPB=11-20 MIN={BETA=50} ALT_MIN={BETA=50}
              """),
          Map.entry(
              "distance-difference",
              """
              d1: DISTANCE ATOMS=1,2
              d2: DISTANCE ATOMS=2,3
              d: COMBINE ARG=d1,d2 COEFFICIENTS=1,-1 PERIODIC=NO
              """),
          Map.entry(
              "dipole",
              """
              # charges come from the run there, and from 'charges' or the structure here; COMPONENTS
              # gives d.x, d.y, d.z; 'centre: geometry'
              d: DIPOLE GROUP=1-22
              """),
          Map.entry("volume", "v: VOLUME\n"),
          Map.entry(
              "cell",
              """
              # component: ax … cz are c.ax … c.cz
              c: CELL
              """),
          Map.entry(
              "alpha-beta",
              """
              # COEFFICIENT1, COEFFICIENT2, … are 'coefficients'
              a: ALPHABETA ATOMS1=5,7,9,15 ATOMS2=7,9,15,17 REFERENCE1=-1.05 REFERENCE2=-0.79
              """),
          Map.entry(
              "dihedral-correlation",
              """
              d: DIHCOR ATOMS1=5,7,9,15,7,9,15,17
              """),
          Map.entry(
              "puckering",
              """
              # r.qx, r.qy, r.qz, r.phi, r.theta, r.amplitude of six atoms
              r: PUCKERING ATOMS=1-6
              # s.phs, s.amp, s.Zx, s.Zy of five: component phs, amp, zx, zy
              s: PUCKERING ATOMS=1-5
              """),
          Map.entry(
              "rmsd",
              """
              # TYPE=OPTIMAL is 'fit: optimal', SIMPLE is 'fit: centre'; the file's occupancies and
              # betas are the weights: 'alignment-weights: file', 'displacement-weights: file'
              r: RMSD REFERENCE=reference.pdb TYPE=OPTIMAL
              """),
          Map.entry(
              "distance-rmsd",
              """
              # SQUARED is 'squared: true'
              r: DRMSD REFERENCE=reference.pdb LOWER_CUTOFF=0.1 UPPER_CUTOFF=0.8
              """),
          Map.entry(
              "path",
              """
              # p.sss is 'component: s', p.zzz is 'component: z'; LAMBDA in 1/nm²
              p: PATHMSD REFERENCE=path.pdb LAMBDA=500
              """),
          Map.entry(
              "principal-component",
              """
              # p.eig-1 is 'component: 1', p.residual is 'component: residual'; 'weighted: true', 'form:
              # normalised-as-given' and both weights 'file'
              p: PCAVARS REFERENCE=modes.pdb TYPE=OPTIMAL
              """));

  private Counterparts() {}

  /** The lines for a type; none where it has no counterpart. */
  static List<String> of(String type) {
    String lines = LINES.get(type);
    return lines == null ? List.of() : (HEAD + "\n" + lines).lines().toList();
  }
}
