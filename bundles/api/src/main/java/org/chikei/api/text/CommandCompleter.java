package org.chikei.api.text;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Knows how a command {@code chikei:…} can go on, for hosts whose console completes what is begun.
 * Provided by the shell bundle, which offers it to the consoles of Karaf and Equinox by itself.
 * Thread-safe.
 */
@ProviderType
public interface CommandCompleter {

  /**
   * What the last word of a command can become: an option, a type, a kind, the id of a job, or the
   * name of a file.
   *
   * @param words the words of one command as far as they are written: its name, with or without
   *     {@code chikei:}, and what follows; the last may be empty
   * @param folder where relative names of files begin
   * @return whole words that begin as the last one does, in order; a folder ends with a slash,
   *     since more can follow. Empty if there are none, the command is not one of Chikei's, or its
   *     name is still being written
   */
  List<String> complete(List<String> words, Path folder);
}
