package org.chikei.batch.job;

import java.util.List;
import java.util.Set;

/**
 * What a job takes from the inputs of other programs, beside the coordinates themselves.
 *
 * @param files the files that were read
 * @param notes what a reader of the results should know
 * @param unused the names of coordinates that come from there and that no step uses; one that
 *     cannot be made is no fault of the job
 */
public record Imports(List<FileText> files, List<String> notes, Set<String> unused) {
  /** Nothing at all. */
  public static final Imports NONE = new Imports(List.of(), List.of(), Set.of());

  /** Copies the collections. */
  public Imports {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    unused = Set.copyOf(unused);
  }
}
