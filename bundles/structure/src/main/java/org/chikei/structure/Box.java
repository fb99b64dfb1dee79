package org.chikei.structure;

/**
 * A periodic cell: three vectors in nm.
 *
 * @param vectors x, y, z of the first, second and third vector
 */
record Box(double[] vectors) {

  /**
   * The cell of a CRYST1 record.
   *
   * @param record the line
   * @return the cell, or null if the record holds none
   */
  static Box ofPdbRecord(String record) {
    if (record.length() < 54) {
      return null;
    }
    try {
      double a = Double.parseDouble(record.substring(6, 15)) / 10;
      double b = Double.parseDouble(record.substring(15, 24)) / 10;
      double c = Double.parseDouble(record.substring(24, 33)) / 10;
      double cosAlpha = cosine(record.substring(33, 40));
      double cosBeta = cosine(record.substring(40, 47));
      double cosGamma = cosine(record.substring(47, 54));
      double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
      double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
      double cz = Math.sqrt(1 - cosBeta * cosBeta - cy * cy);
      return checked(a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cosBeta, c * cy, c * cz);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static double cosine(String degrees) {
    double angle = Double.parseDouble(degrees);
    return angle == 90 ? 0 : Math.cos(Math.toRadians(angle));
  }

  /**
   * The cell of nine numbers.
   *
   * @param numbers the vectors one after the other, in nm
   * @return the cell, or null if it has no volume
   */
  static Box checked(double... numbers) {
    Box box = new Box(numbers);
    double volume = box.volume();
    return volume > 0 && Double.isFinite(volume) ? box : null;
  }

  /**
   * The volume.
   *
   * @return in nm³
   */
  double volume() {
    double[] normal = normal(0);
    return Math.abs(vectors[0] * normal[0] + vectors[1] * normal[1] + vectors[2] * normal[2]);
  }

  /**
   * The product of the two other vectors.
   *
   * @param axis which vector to leave out, from 0
   * @return x, y, z in nm²
   */
  double[] normal(int axis) {
    int p = 3 * ((axis + 1) % 3);
    int q = 3 * ((axis + 2) % 3);
    return new double[] {
      vectors[p + 1] * vectors[q + 2] - vectors[p + 2] * vectors[q + 1],
      vectors[p + 2] * vectors[q] - vectors[p] * vectors[q + 2],
      vectors[p] * vectors[q + 1] - vectors[p + 1] * vectors[q]
    };
  }
}
