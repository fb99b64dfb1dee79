package org.chikei.trajectory.dcd;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes DCD files of every kind for tests: positions are 1, 1.25, 1.5 … from a start. */
final class DcdBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int atoms;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int marker = 4;
  private int version = 24;
  private int count;
  private int firstStep;
  private int stepsPerFrame = 1;
  private double step = 1;
  private boolean cell;
  private boolean fourth;
  private boolean charges;
  private int[] free;
  private String kind = "CORD";
  private String title = "made for a test";
  private boolean begun;

  DcdBytes(int atoms) {
    this.atoms = atoms;
  }

  DcdBytes order(ByteOrder value, int markerLength) {
    order = value;
    marker = markerLength;
    return this;
  }

  DcdBytes version(int value) {
    version = value;
    return this;
  }

  DcdBytes time(int first, int steps, double length) {
    firstStep = first;
    stepsPerFrame = steps;
    step = length;
    return this;
  }

  DcdBytes count(int value) {
    count = value;
    return this;
  }

  DcdBytes cell() {
    cell = true;
    return this;
  }

  DcdBytes more(boolean fourthDimension, boolean chargesToo) {
    fourth = fourthDimension;
    charges = chargesToo;
    return this;
  }

  /** Says which atoms move, from 1. */
  DcdBytes free(int... numbers) {
    free = numbers;
    return this;
  }

  DcdBytes kind(String value) {
    kind = value;
    return this;
  }

  DcdBytes title(String value) {
    title = value;
    return this;
  }

  /** What the position of an atom is in Å. */
  static double value(double start, int atom, int component) {
    return start + 0.25 * atom + 1000 * component;
  }

  private void begin() {
    ByteBuffer header = buffer(84);
    header.put(kind.getBytes(StandardCharsets.US_ASCII));
    header.putInt(4, count).putInt(8, firstStep).putInt(12, stepsPerFrame);
    header.putInt(36, free == null ? 0 : atoms - free.length);
    if (version == 0) {
      header.putDouble(40, step);
    } else {
      header.putFloat(40, (float) step);
      header.putInt(44, cell ? 1 : 0).putInt(48, fourth ? 1 : 0).putInt(52, charges ? 1 : 0);
    }
    header.putInt(80, version);
    record(header);
    ByteBuffer lines = buffer(84).putInt(1);
    lines.put(title.getBytes(StandardCharsets.US_ASCII));
    record(lines);
    record(buffer(4).putInt(atoms));
    if (free != null) {
      ByteBuffer list = buffer(4 * free.length);
      for (int number : free) {
        list.putInt(number);
      }
      record(list);
    }
  }

  /** Adds a frame. */
  DcdBytes frame(double start, double... sixNumbers) {
    boolean opening = !begun;
    if (opening) {
      begin();
      begun = true;
    }
    if (cell) {
      ByteBuffer numbers = buffer(48);
      for (double number : sixNumbers) {
        numbers.putDouble(number);
      }
      record(numbers);
    }
    for (int d = 0; d < 3 + (fourth ? 1 : 0) + (charges ? 1 : 0); d++) {
      int stored = opening || free == null ? atoms : free.length;
      ByteBuffer block = buffer(4 * stored);
      for (int k = 0; k < stored; k++) {
        int atom = opening || free == null ? k : free[k] - 1;
        block.putFloat((float) value(start, atom, d));
      }
      record(block);
    }
    return this;
  }

  private ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(order);
  }

  private void record(ByteBuffer content) {
    ByteBuffer length = buffer(marker);
    if (marker == 4) {
      length.putInt(content.capacity());
    } else {
      length.putLong(content.capacity());
    }
    bytes.writeBytes(length.array());
    bytes.writeBytes(content.array());
    bytes.writeBytes(length.array());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
