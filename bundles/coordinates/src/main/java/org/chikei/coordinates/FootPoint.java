package org.chikei.coordinates;

import java.util.Arrays;

/**
 * The point of a {@link ReactionPath} that is nearest to a structure, where the structure may turn,
 * and how it answers when the structure changes. In mass-weighted coordinates with the centre of
 * mass at rest, t and the rotation R make
 *
 * <pre>
 *   E = ½ |y − q(t)|²,   y = R x,
 * </pre>
 *
 * <p>as small as can be, so that
 *
 * <pre>
 *   q′·(y − q) = 0,   Σ q × y = 0
 * </pre>
 *
 * <p>(the sum over atoms). With δ = y − q, L = Σ q′ × y, J = (Σ q·y) 1 − Σ y qᵀ, c = J⁻¹L and
 *
 * <pre>
 *   F = q′² − q″·δ − L·c   (= ∂²E/∂t²)
 * </pre>
 *
 * <p>first derivatives are, when x changes at the rate v and w = R v,
 *
 * <pre>
 *   ṫ = τ·w,   τ = (q′ + c × q)/F,      ω = −J⁻¹ Σ q × w − c ṫ
 * </pre>
 *
 * <p>with ω the rate at which R turns, and the second one is
 *
 * <pre>
 *   ẗ = τ·(ω × (ω × y) + 2 ω × w)
 *       + [ṫ² (q‴·δ − 3 q′·q″ + c·Σ q″ × y) + 2 ṫ (q″ + c × q′)·(ω × y + w)]/F .
 * </pre>
 *
 * <p>All of it is quadratic in ṫ, ω and w, so that its trace over all directions needs no loop over
 * them. Without rotation J⁻¹ counts as zero.
 *
 * <p>The nearest point of all is found from the distances at many places, and then by Newton's
 * method between the neighbours of each place that is nearer than they are. One object serves all
 * frames of a block.
 */
final class FootPoint {
  private static final int MOST_PLACES = 160;
  private static final int ITERATIONS = 60;

  /** The part of the inertia along an axis up to which a turn about it counts as none. */
  private static final double SLENDER = 1e-13;

  /** F/q′² at and below which the centre of curvature is reached. */
  private static final double FOCAL = 1e-9;

  /** How far from zero, in parts of its size, the gradient along the path may stay. */
  private static final double CONVERGED = 1e-10;

  private final Places places;
  private final ReactionPath path;
  private final boolean rotated;
  private final int size;
  private final double[] x;
  private final double[] distances;
  private final SymmetricMatrix quaternions = new SymmetricMatrix(4);
  private final SymmetricMatrix inertia = new SymmetricMatrix(3);
  private final double[] correlation = new double[9];
  private final double[][] shape;
  private final double[][] triple;
  private final double[] work = new double[3];

  /** The structure, turned onto the path. */
  final double[] y;

  /** The vector δ from the foot point to the structure. */
  final double[] delta;

  /** The gradient τ of t with respect to y. */
  final double[] tau;

  /** The gradients of the three components of ω with respect to y. */
  final double[][] phi;

  /** The rotation R, row by row. */
  final double[] rotation = new double[9];

  /** The inverse of J, row by row; zero without rotation. */
  private final double[] compliance = new double[9];

  private final double[] coriolis = new double[3];
  private final double[] c = new double[3];
  private double t;
  private double stiffness;
  private boolean regular;

  FootPoint(Places places, boolean rotated) {
    this.places = places;
    this.path = places.path;
    this.rotated = rotated;
    this.size = path.components();
    this.x = new double[size];
    this.y = new double[size];
    this.delta = new double[size];
    this.tau = new double[size];
    this.phi = new double[3][size];
    this.shape = new double[5][size];
    this.triple = Arrays.copyOf(shape, 3);
    this.distances = new double[places.squares.length];
  }

  /** Structures along a path, at which distances are looked at first. Immutable. */
  static final class Places {
    private final ReactionPath path;
    private final double[] parameters;
    private final double[][] structures;
    private final double[] squares;
    private final double[] arcs;

    /** Spreads places over a path. */
    Places(ReactionPath path) {
      this.path = path;
      // not where the path meets its mirror image: which way it goes on there is not known
      double low = Math.max(0, path.low() + 0.5);
      double high = Math.min(path.cells(), path.high() - 0.5);
      int number = Math.min(MOST_PLACES, (int) Math.ceil(high - low)) + 1;
      parameters = new double[number];
      structures = new double[number][path.components()];
      squares = new double[number];
      arcs = new double[number];
      for (int k = 0; k < number; k++) {
        parameters[k] = low + k * (high - low) / (number - 1);
        arcs[k] = path.arc(parameters[k]);
        path.evaluate(parameters[k], new double[][] {structures[k]});
        squares[k] = dot(structures[k], structures[k]);
      }
    }

    ReactionPath path() {
      return path;
    }
  }

  /** Where the structure is to be put before {@link #find}: mass-weighted, and centred. */
  double[] structure() {
    return x;
  }

  /**
   * Finds the foot point.
   *
   * @return whether there is one: not where the structure is at a centre of curvature of the path
   *     or its best rotation is one of several
   */
  boolean find() {
    double square = dot(x, x);
    if (!(square < Double.POSITIVE_INFINITY)) {
      return false;
    }
    int best = 0;
    for (int k = 0; k < distances.length; k++) {
      distances[k] = Math.sqrt(Math.max(0, twiceEnergy(k, square)));
      best = distances[k] < distances[best] ? k : best;
    }
    double nearest = Double.POSITIVE_INFINITY;
    double at = Double.NaN;
    for (int k = 0; k < distances.length; k++) {
      if (isNearHere(k, distances[best])) {
        double found = descend(k);
        double distance = dot(delta, delta);
        if (distance < nearest) {
          nearest = distance;
          at = found;
        }
      }
    }
    if (Double.isNaN(at)) {
      return false;
    }
    if (t != at) {
      turnOnto(at);
      settle(at);
    }
    return stiffness > FOCAL * dot(shape[1], shape[1]);
  }

  /** Whether a place is nearer than its neighbours, and what is next to it may be the nearest. */
  private boolean isNearHere(int k, double smallest) {
    int last = distances.length - 1;
    double before = k > 0 ? distances[k - 1] : Double.POSITIVE_INFINITY;
    double after = k < last ? distances[k + 1] : Double.POSITIVE_INFINITY;
    if (!(distances[k] <= before && distances[k] < after)) {
      return false;
    }
    // no distance changes faster than the arc length
    double reach =
        Math.max(
            k > 0 ? places.arcs[k] - places.arcs[k - 1] : Double.POSITIVE_INFINITY,
            k < last ? places.arcs[k + 1] - places.arcs[k] : Double.POSITIVE_INFINITY);
    return distances[k] - reach <= smallest;
  }

  private double twiceEnergy(int k, double square) {
    double[] q = places.structures[k];
    if (!rotated) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += (x[i] - q[i]) * (x[i] - q[i]);
      }
      return sum;
    }
    correlate(q);
    double both = square + places.squares[k];
    return both - 2 * largest(both / 2);
  }

  /** The matrix Σ x qᵀ. */
  private void correlate(double[] q) {
    double xx = 0;
    double xy = 0;
    double xz = 0;
    double yx = 0;
    double yy = 0;
    double yz = 0;
    double zx = 0;
    double zy = 0;
    double zz = 0;
    for (int i = 0; i < size; i += 3) {
      double a = x[i];
      double b = x[i + 1];
      double d = x[i + 2];
      xx += a * q[i];
      xy += a * q[i + 1];
      xz += a * q[i + 2];
      yx += b * q[i];
      yy += b * q[i + 1];
      yz += b * q[i + 2];
      zx += d * q[i];
      zy += d * q[i + 1];
      zz += d * q[i + 2];
    }
    double[] m = correlation;
    m[0] = xx;
    m[1] = xy;
    m[2] = xz;
    m[3] = yx;
    m[4] = yy;
    m[5] = yz;
    m[6] = zx;
    m[7] = zy;
    m[8] = zz;
  }

  /**
   * The largest of tr R M over rotations R, with M the correlation: the largest root of λ⁴ − 2 b λ²
   * − 8 d λ + b² − 4 e, where b is the sum of the squares of M, d its determinant and e the sum of
   * the squares of its cofactors (D. L. Theobald, Acta Cryst. A 61, 478 (2005)).
   */
  private double largest(double bound) {
    double[] m = correlation;
    double b = 0;
    double e = 0;
    double d = 0;
    for (int i = 0; i < 3; i++) {
      int j = 3 * ((i + 1) % 3);
      int k = 3 * ((i + 2) % 3);
      double x1 = m[j + 1] * m[k + 2] - m[j + 2] * m[k + 1];
      double x2 = m[j + 2] * m[k] - m[j] * m[k + 2];
      double x3 = m[j] * m[k + 1] - m[j + 1] * m[k];
      e += x1 * x1 + x2 * x2 + x3 * x3;
      b += m[3 * i] * m[3 * i] + m[3 * i + 1] * m[3 * i + 1] + m[3 * i + 2] * m[3 * i + 2];
      d = m[3 * i] * x1 + m[3 * i + 1] * x2 + m[3 * i + 2] * x3;
    }
    double root = Math.min(bound, Math.sqrt(3 * b));
    for (int n = 0; n < 30; n++) {
      double square = root * root;
      double value = (square - 2 * b) * square - 8 * d * root + b * b - 4 * e;
      double slope = 4 * (square - b) * root - 8 * d;
      if (!(slope > 0)) {
        break;
      }
      double step = value / slope;
      root -= step;
      if (Math.abs(step) <= 1e-11 * root) {
        break;
      }
    }
    return root;
  }

  /** Goes to the nearest point between the neighbours of a place; NaN where it does not arrive. */
  private double descend(int k) {
    int last = distances.length - 1;
    double from = places.parameters[k];
    double low =
        k > 0 ? places.parameters[k - 1] : Math.max(path.low(), from - beyond(from, distances[0]));
    double high =
        k < last
            ? places.parameters[k + 1]
            : Math.min(path.high(), from + beyond(from, distances[last]));
    double at = from;
    turnOnto(at);
    for (int n = 0; n < ITERATIONS; n++) {
      settle(at);
      double force = dot(shape[1], delta);
      double step = force / stiffness;
      if (force > 0) {
        low = at;
      } else {
        high = at;
      }
      double next = at + step;
      if (next == at) {
        break;
      }
      if (!(stiffness > 0) || !(next > low) || !(next < high)) {
        next = (low + high) / 2;
        if (next == at) {
          break;
        }
        at = next;
        turnOnto(at);
      } else {
        at = next;
      }
    }
    double force = Math.abs(dot(shape[1], delta));
    double scale =
        Math.sqrt(dot(shape[1], shape[1]))
            * (Math.sqrt(dot(delta, delta)) + 1e-3 * Math.sqrt(dot(y, y)));
    return force <= CONVERGED * scale ? at : Double.NaN;
  }

  /** How far beyond an end, in cells, the foot of something at a distance can be. */
  private double beyond(double end, double distance) {
    path.evaluate(end, triple);
    return 1 + 2 * distance / Math.sqrt(dot(shape[1], shape[1]));
  }

  /** Turns the structure onto a place, from scratch. */
  private void turnOnto(double place) {
    path.evaluate(place, triple);
    if (!rotated) {
      Arrays.fill(rotation, 0);
      rotation[0] = 1;
      rotation[4] = 1;
      rotation[8] = 1;
      return;
    }
    correlate(shape[0]);
    Quaternions.rotation(correlation, quaternions, rotation);
  }

  /** Takes a place, lets the structure turn from where it is to the best, and makes F. */
  private void settle(double place) {
    t = place;
    path.evaluate(place, triple);
    double[] q = shape[0];
    double[] p = shape[1];
    double[] b = shape[2];
    turn();
    for (int n = 0; rotated && n < 4; n++) {
      stiffen();
      cross(q, y, work);
      double torque = Math.sqrt(work[0] * work[0] + work[1] * work[1] + work[2] * work[2]);
      if (!(torque > 1e-15 * dot(q, q))) {
        break;
      }
      apply(compliance, work, c);
      for (int d = 0; d < 3; d++) {
        c[d] = -c[d];
      }
      Quaternions.turn(rotation, c, correlation);
      turn();
    }
    double square = 0;
    double bend = 0;
    for (int i = 0; i < size; i++) {
      delta[i] = y[i] - q[i];
      square += p[i] * p[i];
      bend += b[i] * delta[i];
    }
    stiffness = square - bend;
    if (rotated) {
      stiffen();
      cross(p, y, coriolis);
      apply(compliance, coriolis, c);
      if (!regular && !isBalanced(1e-7 * Math.sqrt(square * dot(y, y)))) {
        stiffness = Double.NaN;
      }
      stiffness -= coriolis[0] * c[0] + coriolis[1] * c[1] + coriolis[2] * c[2];
    }
  }

  /** Whether c × y answers all of L: it cannot about the axis of a line. */
  private boolean isBalanced(double negligible) {
    double[] q = shape[0];
    double[] left = {coriolis[0], coriolis[1], coriolis[2]};
    for (int i = 0; i < size; i += 3) {
      double ox = c[1] * y[i + 2] - c[2] * y[i + 1];
      double oy = c[2] * y[i] - c[0] * y[i + 2];
      double oz = c[0] * y[i + 1] - c[1] * y[i];
      left[0] -= q[i + 1] * oz - q[i + 2] * oy;
      left[1] -= q[i + 2] * ox - q[i] * oz;
      left[2] -= q[i] * oy - q[i + 1] * ox;
    }
    return Math.sqrt(left[0] * left[0] + left[1] * left[1] + left[2] * left[2]) <= negligible;
  }

  private void turn() {
    double[] r = rotation;
    for (int i = 0; i < size; i += 3) {
      y[i] = r[0] * x[i] + r[1] * x[i + 1] + r[2] * x[i + 2];
      y[i + 1] = r[3] * x[i] + r[4] * x[i + 1] + r[5] * x[i + 2];
      y[i + 2] = r[6] * x[i] + r[7] * x[i + 1] + r[8] * x[i + 2];
    }
  }

  /** Makes J⁻¹. */
  private void stiffen() {
    double[] q = shape[0];
    double xx = 0;
    double yy = 0;
    double zz = 0;
    double xy = 0;
    double xz = 0;
    double yz = 0;
    for (int i = 0; i < size; i += 3) {
      xx += q[i] * y[i];
      yy += q[i + 1] * y[i + 1];
      zz += q[i + 2] * y[i + 2];
      xy += q[i] * y[i + 1] + q[i + 1] * y[i];
      xz += q[i] * y[i + 2] + q[i + 2] * y[i];
      yz += q[i + 1] * y[i + 2] + q[i + 2] * y[i + 1];
    }
    double[] m = inertia.entries;
    m[0] = yy + zz;
    m[1] = -xy / 2;
    m[2] = -xz / 2;
    m[3] = m[1];
    m[4] = xx + zz;
    m[5] = -yz / 2;
    m[6] = m[2];
    m[7] = m[5];
    m[8] = xx + yy;
    regular = Quaternions.invert(inertia, SLENDER, compliance);
  }

  /** The parameter of the foot point. */
  double parameter() {
    return t;
  }

  /** The derivatives q, q′, q″, q‴, q⁗ at the foot point; after {@link #differentiate}. */
  double[][] shape() {
    return shape;
  }

  /** Makes τ, and what second derivatives need. */
  void differentiate(int order) {
    path.evaluate(t, shape);
    double[] q = shape[0];
    double[] p = shape[1];
    double inverse = 1 / stiffness;
    if (!rotated) {
      for (int i = 0; i < size; i++) {
        tau[i] = inverse * p[i];
      }
      return;
    }
    for (int i = 0; i < size; i += 3) {
      tau[i] = inverse * (p[i] + c[1] * q[i + 2] - c[2] * q[i + 1]);
      tau[i + 1] = inverse * (p[i + 1] + c[2] * q[i] - c[0] * q[i + 2]);
      tau[i + 2] = inverse * (p[i + 2] + c[0] * q[i + 1] - c[1] * q[i]);
    }
    for (int a = 0; order > 1 && a < 3; a++) {
      double e1 = compliance[3 * a];
      double e2 = compliance[3 * a + 1];
      double e3 = compliance[3 * a + 2];
      for (int i = 0; i < size; i += 3) {
        phi[a][i] = -(e2 * q[i + 2] - e3 * q[i + 1]) - c[a] * tau[i];
        phi[a][i + 1] = -(e3 * q[i] - e1 * q[i + 2]) - c[a] * tau[i + 1];
        phi[a][i + 2] = -(e1 * q[i + 1] - e2 * q[i]) - c[a] * tau[i + 2];
      }
    }
  }

  /**
   * The second derivative ẗ of the parameter along a direction.
   *
   * @param w the rate R v of the structure, turned, mass-weighted
   */
  double acceleration(double[] w) {
    double rate = dot(tau, w);
    double wx = dot(phi[0], w);
    double wy = dot(phi[1], w);
    double wz = dot(phi[2], w);
    double[] b = shape[2];
    double[] p = shape[1];
    double turning = 0;
    double along = 0;
    for (int i = 0; i < size; i += 3) {
      double ox = wy * y[i + 2] - wz * y[i + 1];
      double oy = wz * y[i] - wx * y[i + 2];
      double oz = wx * y[i + 1] - wy * y[i];
      double zx = ox + 2 * w[i];
      double zy = oy + 2 * w[i + 1];
      double zz = oz + 2 * w[i + 2];
      turning +=
          tau[i] * (wy * zz - wz * zy)
              + tau[i + 1] * (wz * zx - wx * zz)
              + tau[i + 2] * (wx * zy - wy * zx);
      along +=
          (b[i] + c[1] * p[i + 2] - c[2] * p[i + 1]) * (ox + w[i])
              + (b[i + 1] + c[2] * p[i] - c[0] * p[i + 2]) * (oy + w[i + 1])
              + (b[i + 2] + c[0] * p[i + 1] - c[1] * p[i]) * (oz + w[i + 2]);
    }
    return turning + (rate * rate * slope() + 2 * rate * along) / stiffness;
  }

  /** The coefficient of ṫ² in F ẗ. */
  private double slope() {
    double[] p = shape[1];
    double[] b = shape[2];
    cross(b, y, work);
    return dot(shape[3], delta) - 3 * dot(p, b) + c[0] * work[0] + c[1] * work[1] + c[2] * work[2];
  }

  /**
   * The sum of ẗ over the directions of all atoms.
   *
   * @param shares the products of mass and inverse mass of each component, 1 as a rule
   */
  double laplacian(double[] shares) {
    double[] p = shape[1];
    double[] b = shape[2];
    double tt = product(shares, tau, tau);
    double tx = product(shares, tau, phi[0]);
    double ty = product(shares, tau, phi[1]);
    double tz = product(shares, tau, phi[2]);
    double xx = product(shares, phi[0], phi[0]);
    double yy = product(shares, phi[1], phi[1]);
    double zz = product(shares, phi[2], phi[2]);
    double xy = product(shares, phi[0], phi[1]);
    double xz = product(shares, phi[0], phi[2]);
    double yz = product(shares, phi[1], phi[2]);
    double turning = 0;
    double along = 0;
    for (int i = 0; i < size; i += 3) {
      double s = 2 * shares[i];
      // ω × (ω × y) + 2 ω × w
      double zx = xy * y[i + 1] + xz * y[i + 2] - (yy + zz) * y[i];
      double zy = xy * y[i] + yz * y[i + 2] - (xx + zz) * y[i + 1];
      double zw = xz * y[i] + yz * y[i + 1] - (xx + yy) * y[i + 2];
      turning +=
          tau[i] * (zx + s * (phi[1][i + 2] - phi[2][i + 1]))
              + tau[i + 1] * (zy + s * (phi[2][i] - phi[0][i + 2]))
              + tau[i + 2] * (zw + s * (phi[0][i + 1] - phi[1][i]));
      // ṫ (ω × y + w)
      double ox = ty * y[i + 2] - tz * y[i + 1] + shares[i] * tau[i];
      double oy = tz * y[i] - tx * y[i + 2] + shares[i] * tau[i + 1];
      double oz = tx * y[i + 1] - ty * y[i] + shares[i] * tau[i + 2];
      along +=
          (b[i] + c[1] * p[i + 2] - c[2] * p[i + 1]) * ox
              + (b[i + 1] + c[2] * p[i] - c[0] * p[i + 2]) * oy
              + (b[i + 2] + c[0] * p[i + 1] - c[1] * p[i]) * oz;
    }
    return turning + (tt * slope() + 2 * along) / stiffness;
  }

  /** The second derivative of E = ½ δ² along a direction; w relative to its centre of mass. */
  double energyAcceleration(double[] w) {
    double[] q = shape[0];
    cross(q, w, work);
    return dot(w, w)
        - dot(shape[1], w) * dot(tau, w)
        + dot(phi[0], w) * work[0]
        + dot(phi[1], w) * work[1]
        + dot(phi[2], w) * work[2];
  }

  /** The sum of those over the directions of all atoms, without that of w². */
  double energyLaplacian(double[] shares) {
    double[] q = shape[0];
    double sum = -product(shares, shape[1], tau);
    for (int i = 0; i < size; i += 3) {
      sum +=
          shares[i]
              * (phi[0][i + 2] * q[i + 1]
                  - phi[0][i + 1] * q[i + 2]
                  + phi[1][i] * q[i + 2]
                  - phi[1][i + 2] * q[i]
                  + phi[2][i + 1] * q[i]
                  - phi[2][i] * q[i + 1]);
    }
    return sum;
  }

  private static void apply(double[] matrix, double[] vector, double[] product) {
    for (int d = 0; d < 3; d++) {
      product[d] =
          matrix[3 * d] * vector[0] + matrix[3 * d + 1] * vector[1] + matrix[3 * d + 2] * vector[2];
    }
  }

  /** Σ a × b. */
  private static void cross(double[] a, double[] b, double[] sum) {
    double sx = 0;
    double sy = 0;
    double sz = 0;
    for (int i = 0; i < a.length; i += 3) {
      sx += a[i + 1] * b[i + 2] - a[i + 2] * b[i + 1];
      sy += a[i + 2] * b[i] - a[i] * b[i + 2];
      sz += a[i] * b[i + 1] - a[i + 1] * b[i];
    }
    sum[0] = sx;
    sum[1] = sy;
    sum[2] = sz;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double product(double[] shares, double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += shares[i] * a[i] * b[i];
    }
    return sum;
  }
}
