package org.chikei.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chikei.api.structure.Bond;

/**
 * The bonds that the CONECT records of a PDB file give. A partner named twice in a record stands
 * for a double bond, where the program that wrote the file cares for orders at all: orders are
 * taken from the records only if some partner is named more than once.
 */
final class ConectRecords {
  private static final int FIRST = 6;
  private static final int WIDTH = 5;
  private static final int END = 31;
  private static final int LEFT_OUT = -1;
  private static final int SEVERAL = -2;

  private final Map<String, Integer> bySerial = new HashMap<>();
  private final Set<String> records = new LinkedHashSet<>();
  private final BitSet settled = new BitSet();
  private int unclear;

  /**
   * Notes the serial number of an atom, as it is written: programs that run out of digits go on in
   * other ways, and the records of bonds follow them.
   *
   * @param serial the serial number
   * @param index the atom's index
   */
  void number(String serial, int index) {
    bySerial.merge(serial, index, (one, other) -> SEVERAL);
  }

  /**
   * Notes the serial number of an atom that is left out on purpose.
   *
   * @param serial the serial number
   */
  void leaveOut(String serial) {
    bySerial.putIfAbsent(serial, LEFT_OUT);
  }

  /**
   * Takes a record; one that repeats another to the letter says nothing more.
   *
   * @param record the line
   */
  void add(String record) {
    records.add(record.stripTrailing());
  }

  /**
   * The bonds, once all atoms are numbered.
   *
   * @return the bonds in ascending order of their atoms; of order 0 where the records give none
   */
  List<Bond> bonds() {
    if (records.isEmpty()) {
      return List.of();
    }
    Map<Long, Integer> named = new TreeMap<>();
    for (String record : records) {
      int centre = atom(record, FIRST);
      for (int column = FIRST + WIDTH; column < Math.min(END, record.length()); column += WIDTH) {
        int partner = atom(record, column);
        if (centre >= 0 && partner >= 0 && centre != partner) {
          named.merge((long) centre << Integer.SIZE | partner, 1, Integer::sum);
        }
      }
    }
    boolean orders = named.values().stream().anyMatch(count -> count > 1);
    Map<Long, Integer> joined = new TreeMap<>();
    named.forEach((pair, count) -> joined.merge(ascending(pair), count, Math::max));
    List<Bond> bonds = new ArrayList<>();
    joined.forEach(
        (pair, count) -> {
          int first = (int) (pair >> Integer.SIZE);
          int second = pair.intValue();
          settled.set(first);
          settled.set(second);
          bonds.add(new Bond(first, second, orders ? Math.min(count, 3) : 0));
        });
    return bonds;
  }

  private static long ascending(long pair) {
    long first = pair >>> Integer.SIZE;
    long second = pair & 0xFFFFFFFFL;
    return Math.min(first, second) << Integer.SIZE | Math.max(first, second);
  }

  private int atom(String record, int column) {
    String serial =
        column >= record.length()
            ? ""
            : record.substring(column, Math.min(column + WIDTH, record.length())).trim();
    int index = serial.isEmpty() ? LEFT_OUT : bySerial.getOrDefault(serial, SEVERAL);
    unclear += index == SEVERAL ? 1 : 0;
    return index;
  }

  /**
   * The atoms whose bonds the records give.
   *
   * @return their indices; empty before {@link #bonds} was called
   */
  BitSet settled() {
    return settled;
  }

  /**
   * How many serial numbers in the records belong to no atom, or to several.
   *
   * @return the number; 0 before {@link #bonds} was called
   */
  int unclear() {
    return unclear;
  }
}
