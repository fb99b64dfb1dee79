package org.chikei.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a result that is no table, written as a file of its own, {@code <step
 * name>.<suffix>.json}, where a job writes JSON.
 *
 * @param suffix what the document is, such as {@code hierarchy}
 * @param content its keys: {@link String}, {@link Boolean}, {@link Number}, {@link Quantity},
 *     {@code List} and {@code Map} of these, and null
 */
public record Document(String suffix, Map<String, Object> content) {

  /** Copies the map. */
  public Document {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }
}
