package org.chikei.host;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.chikei.api.text.CommandCompleter;

/** How a line can go on: names of commands, and what those of Chikei take. */
final class Completions {
  private final Supplier<Collection<String>> commands;
  private final CommandCompleter completer;
  private final Path folder;

  /**
   * Makes them.
   *
   * @param commands all commands, each as {@code scope:name}
   * @param completer knows what Chikei's commands take
   * @param folder where relative file names begin
   */
  Completions(Supplier<Collection<String>> commands, CommandCompleter completer, Path folder) {
    this.commands = commands;
    this.completer = completer;
    this.folder = folder;
  }

  /**
   * What can stand where a word is being written.
   *
   * @param words the words of the line up to that one
   * @return whole words; names of commands whatever was begun
   */
  List<String> of(List<String> words) {
    int command = words.size() - 1;
    while (command > 0 && !words.get(command - 1).matches("[|;]")) {
      command--;
    }
    return command == words.size() - 1
        ? names()
        : completer.complete(words.subList(command, words.size()), folder);
  }

  /** Our own also by their names alone, as they are written as a rule. */
  private List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (String command : commands.get()) {
      names.add(command);
      names.add(command.substring(command.indexOf(':') + 1));
    }
    return List.copyOf(names);
  }
}
