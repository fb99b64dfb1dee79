package org.chikei.trajectory.netcdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes classic NetCDF files for tests, after the format's grammar: frames are records, or a
 * dimension like any other.
 */
final class NetcdfBytes {
  private static final int[] LENGTHS = {0, 1, 1, 2, 4, 4, 8};

  private final int version;
  private final boolean records;
  private final int frames;
  private final int atoms;
  private final List<Variable> variables = new ArrayList<>();
  private String conventions = "AMBER";
  private long claimed;

  /** One number of a variable. */
  interface Value {
    double at(int frame, int index);
  }

  private record Variable(
      String name, int type, int[] dimensions, int count, List<Object[]> attributes, Value value) {}

  NetcdfBytes(int version, boolean records, int frames, int atoms) {
    this.version = version;
    this.records = records;
    this.frames = frames;
    this.atoms = atoms;
    this.claimed = frames;
  }

  NetcdfBytes conventions(String value) {
    conventions = value;
    return this;
  }

  NetcdfBytes claim(long count) {
    claimed = count;
    return this;
  }

  /** Adds a vector an atom; attributes are pairs of names and texts or numbers. */
  NetcdfBytes vectors(String name, int type, Value value, Object... attributes) {
    return add(name, type, new int[] {0, 1, 2}, 3 * atoms, value, attributes);
  }

  /** Adds three numbers a frame. */
  NetcdfBytes triples(String name, int type, Value value, Object... attributes) {
    return add(name, type, new int[] {0, 2}, 3, value, attributes);
  }

  /** Adds a number a frame. */
  NetcdfBytes numbers(String name, int type, Value value, Object... attributes) {
    return add(name, type, new int[] {0}, 1, value, attributes);
  }

  /** Adds letters that no frame has. */
  NetcdfBytes letters(String name, String letters) {
    return add(name, 2, new int[] {2}, 3, (frame, k) -> letters.charAt(k));
  }

  private NetcdfBytes add(
      String name, int type, int[] dimensions, int count, Value value, Object... attributes) {
    List<Object[]> pairs = new ArrayList<>();
    for (int k = 0; k < attributes.length; k += 2) {
      pairs.add(new Object[] {attributes[k], attributes[k + 1]});
    }
    variables.add(new Variable(name, type, dimensions, count, pairs, value));
    return this;
  }

  byte[] toBytes() {
    try {
      int header = header(new long[variables.size()]).length;
      long[] begins = new long[variables.size()];
      long at = header;
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < begins.length; k++) {
          Variable variable = variables.get(k);
          boolean inRecords = records && variable.dimensions[0] == 0;
          if (inRecords == (pass == 1)) {
            begins[k] = at;
            at += inRecords ? padded(variable) : padded(bytes(variable));
          }
        }
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(header(begins));
      for (Variable variable : variables) {
        if (!records || variable.dimensions[0] != 0) {
          int times = variable.dimensions[0] == 0 ? frames : 1;
          ByteArrayOutputStream data = new ByteArrayOutputStream();
          for (int frame = 0; frame < times; frame++) {
            write(variable, frame, data);
          }
          data.write(new byte[padded(data.size()) - data.size()]);
          all.writeBytes(data.toByteArray());
        }
      }
      for (int frame = 0; records && frame < frames; frame++) {
        for (Variable variable : variables) {
          if (variable.dimensions[0] == 0) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            write(variable, frame, data);
            data.write(new byte[padded(variable) - data.size()]);
            all.writeBytes(data.toByteArray());
          }
        }
      }
      return all.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int bytes(Variable variable) {
    int times = !records && variable.dimensions[0] == 0 ? frames : 1;
    return variable.count * LENGTHS[variable.type] * times;
  }

  private int padded(Variable variable) {
    long inRecords = variables.stream().filter(v -> v.dimensions[0] == 0).count();
    return inRecords == 1 ? bytes(variable) : padded(bytes(variable));
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  private static void write(Variable variable, int frame, ByteArrayOutputStream to)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    for (int k = 0; k < variable.count; k++) {
      number(out, variable.type, variable.value.at(frame, k));
    }
  }

  private static void number(DataOutputStream out, int type, double value) throws IOException {
    switch (type) {
      case 1, 2 -> out.writeByte((int) value);
      case 3 -> out.writeShort((int) value);
      case 4 -> out.writeInt((int) value);
      case 5 -> out.writeFloat((float) value);
      default -> out.writeDouble(value);
    }
  }

  private byte[] header(long[] begins) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {'C', 'D', 'F', (byte) version});
    count(out, records ? claimed : 0);
    out.writeInt(10);
    count(out, 3);
    dimension(out, "frame", records ? 0 : frames);
    dimension(out, "atom", atoms);
    dimension(out, "spatial", 3);
    out.writeInt(12);
    count(out, 1);
    attribute(out, "Conventions", conventions);
    out.writeInt(11);
    count(out, variables.size());
    for (int k = 0; k < begins.length; k++) {
      Variable variable = variables.get(k);
      text(out, variable.name);
      count(out, variable.dimensions.length);
      for (int dimension : variable.dimensions) {
        count(out, dimension);
      }
      out.writeInt(variable.attributes.isEmpty() ? 0 : 12);
      count(out, variable.attributes.size());
      for (Object[] pair : variable.attributes) {
        attribute(out, (String) pair[0], pair[1]);
      }
      out.writeInt(variable.type);
      count(out, padded(bytes(variable)));
      if (version == 1) {
        out.writeInt((int) begins[k]);
      } else {
        out.writeLong(begins[k]);
      }
    }
    return bytes.toByteArray();
  }

  private void dimension(DataOutputStream out, String name, long length) throws IOException {
    text(out, name);
    count(out, length);
  }

  private void attribute(DataOutputStream out, String name, Object value) throws IOException {
    text(out, name);
    if (value instanceof String text) {
      out.writeInt(2);
      text(out, text);
    } else if (value instanceof Float number) {
      out.writeInt(5);
      count(out, 1);
      out.writeFloat(number);
    } else {
      out.writeInt(6);
      count(out, 1);
      out.writeDouble((double) value);
    }
  }

  private void count(DataOutputStream out, long value) throws IOException {
    if (version == 5) {
      out.writeLong(value);
    } else {
      out.writeInt((int) value);
    }
  }

  private void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(out, bytes.length);
    out.write(bytes);
    out.write(new byte[padded(bytes.length) - bytes.length]);
  }
}
