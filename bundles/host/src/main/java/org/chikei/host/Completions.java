package org.chikei.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.Workbench;

/** How words of a command can go on: names of commands, types, jobs and files. */
final class Completions {
  private final Supplier<Collection<String>> commands;
  private final Workbench workbench;
  private final JobQueue queue;
  private final Path folder;

  /**
   * Makes them.
   *
   * @param commands all commands, each as {@code scope:name}
   * @param workbench knows the types
   * @param queue knows the jobs
   * @param folder where relative file names begin
   */
  Completions(
      Supplier<Collection<String>> commands, Workbench workbench, JobQueue queue, Path folder) {
    this.commands = commands;
    this.workbench = workbench;
    this.queue = queue;
    this.folder = folder;
  }

  /**
   * What can stand where a word is being written.
   *
   * @param words the words of the line
   * @param index which of them is being written
   * @return whole words; what they begin with is not looked at, but for the folders of files
   */
  List<String> of(List<String> words, int index) {
    int command = index;
    while (command > 0 && !words.get(command - 1).matches("[|;]")) {
      command--;
    }
    if (command == index) {
      return names();
    }
    String before = words.get(index - 1);
    return switch (words.get(command).replaceFirst("^chikei:", "")) {
      case "list" -> before.equals("-k") || before.equals("--kind") ? kinds() : List.of("--kind");
      case "describe" -> types();
      case "check", "run" -> files(words.get(index));
      case "status", "cancel", "results" -> queue.jobs().stream().map(job -> job.id()).toList();
      default -> List.of();
    };
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

  private List<String> kinds() {
    return workbench.installed().stream().map(Installed::kind).distinct().sorted().toList();
  }

  private List<String> types() {
    return workbench.installed().stream()
        .filter(found -> !workbench.describe(found.type()).isEmpty())
        .map(Installed::type)
        .distinct()
        .sorted()
        .toList();
  }

  /** Folders, which end with a slash, and files that can be jobs. */
  private List<String> files(String begun) {
    String inside = begun.substring(0, begun.lastIndexOf('/') + 1);
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve(inside))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          found.add(inside + name + "/");
        } else if (name.matches(".*\\.(ya?ml|json)")) {
          found.add(inside + name);
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
      return List.of();
    }
    found.sort(null);
    return found;
  }
}
