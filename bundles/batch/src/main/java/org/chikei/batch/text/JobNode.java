package org.chikei.batch.text;

import java.util.List;
import java.util.Optional;
import org.chikei.api.coordinate.PointSelection;

/** A value in a job file, with its place. */
public sealed interface JobNode {

  /**
   * Where it begins.
   *
   * @return its place
   */
  Place place();

  /**
   * What a person would call it.
   *
   * @return for instance {@code a list}
   */
  String kindInWords();

  /** The kinds of scalar. */
  enum Kind {
    /** Text: quoted, or nothing else. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** A number with a point or an exponent, an infinity or NaN. */
    REAL,
    /** True or false. */
    FLAG,
    /** Nothing: an empty value, {@code ~} or {@code null}. */
    NOTHING
  }

  /**
   * A single value.
   *
   * @param place where it begins
   * @param kind what it was read as
   * @param text what is written, without quotation marks
   */
  record Scalar(Place place, Kind kind, String text) implements JobNode {
    @Override
    public String kindInWords() {
      return kind == Kind.NOTHING ? "nothing" : "'" + text + "'";
    }
  }

  /**
   * A list.
   *
   * @param place where it begins
   * @param items its values
   */
  record Items(Place place, List<JobNode> items) implements JobNode {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kindInWords() {
      return "a list";
    }
  }

  /**
   * A mapping.
   *
   * @param place where it begins
   * @param entries its entries in the order of the file
   */
  record Entries(Place place, List<Entry> entries) implements JobNode {
    /** Copies the list. */
    public Entries {
      entries = List.copyOf(entries);
    }

    /**
     * The entry of a key.
     *
     * @param key the key
     * @return the entry, empty if there is none
     */
    public Optional<Entry> find(String key) {
      return entries.stream().filter(e -> e.key().text().equals(key)).findFirst();
    }

    @Override
    public String kindInWords() {
      return "a mapping";
    }
  }

  /**
   * Points that the input of another program names in its own way.
   *
   * @param place where they stand
   * @param selection what finds them
   */
  record Selected(Place place, PointSelection selection) implements JobNode {
    @Override
    public String kindInWords() {
      return "'" + selection + "'";
    }
  }

  /**
   * A key with its value.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Scalar key, JobNode value) {}
}
