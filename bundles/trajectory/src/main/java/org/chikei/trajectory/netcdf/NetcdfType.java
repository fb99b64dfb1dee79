package org.chikei.trajectory.netcdf;

/** The types of numbers in a NetCDF file, by their codes from 1. */
enum NetcdfType {
  BYTE(1),
  CHAR(1),
  SHORT(2),
  INT(4),
  FLOAT(4),
  DOUBLE(8),
  UNSIGNED_BYTE(1),
  UNSIGNED_SHORT(2),
  UNSIGNED_INT(4),
  LONG(8),
  UNSIGNED_LONG(8);

  private static final NetcdfType[] ALL = values();

  private final int bytes;

  NetcdfType(int bytes) {
    this.bytes = bytes;
  }

  /** The type of a code, or null. */
  static NetcdfType of(int code) {
    return code >= 1 && code <= ALL.length ? ALL[code - 1] : null;
  }

  /** The length of a number. */
  int bytes() {
    return bytes;
  }

  /** Whether it is a floating-point number. */
  boolean isReal() {
    return this == FLOAT || this == DOUBLE;
  }
}
