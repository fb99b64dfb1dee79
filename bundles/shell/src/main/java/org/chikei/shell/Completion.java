package org.chikei.shell;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobStatus;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.CommandCompleter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Completes the commands of this bundle, by the annotations of their methods. */
@Component
public final class Completion implements CommandCompleter {
  private static final Map<String, CommandForm> COMMANDS =
      Stream.of(
              CancelCommand.class,
              CheckCommand.class,
              DescribeCommand.class,
              JobsCommand.class,
              ListCommand.class,
              ResultsCommand.class,
              RunCommand.class,
              StatusCommand.class)
          .map(CommandForm::of)
          .collect(Collectors.toUnmodifiableMap(CommandForm::name, Function.identity()));

  private final Workbench workbench;
  private final JobQueue queue;

  /**
   * Made by the framework.
   *
   * @param workbench knows the types
   * @param queue knows the jobs
   */
  @Activate
  public Completion(@Reference Workbench workbench, @Reference JobQueue queue) {
    this.workbench = workbench;
    this.queue = queue;
  }

  @Override
  public List<String> complete(List<String> words, Path folder) {
    int last = words.size() - 1;
    if (last < 1) {
      return List.of();
    }
    CommandForm command = COMMANDS.get(words.get(0).replaceFirst("^chikei:", ""));
    if (command == null) {
      return List.of();
    }
    CommandForm.Next next = command.after(words.subList(1, last));
    String begun = words.get(last);
    List<String> found =
        begun.startsWith("-") || next.word().isEmpty()
            ? next.options()
            : words(next.word().get(), begun, folder);
    return found.stream().filter(word -> word.startsWith(begun)).toList();
  }

  private List<String> words(Completed.By sort, String begun, Path folder) {
    return switch (sort) {
      case JOB_FILES -> files(begun, folder, name -> name.matches(".*\\.(ya?ml|json)"));
      case FOLDERS -> files(begun, folder, name -> false);
      case KINDS ->
          workbench.installed().stream().map(Installed::kind).distinct().sorted().toList();
      case TYPES ->
          workbench.installed().stream()
              .map(Installed::type)
              .distinct()
              .filter(type -> !workbench.describe(type).isEmpty())
              .sorted()
              .toList();
      case JOBS -> queue.jobs().stream().map(JobStatus::id).toList();
      case JOBS_NOT_OVER ->
          queue.jobs().stream().filter(job -> !job.state().over()).map(JobStatus::id).toList();
    };
  }

  /** Folders, which end with a slash, and some of the files in that folder which is begun. */
  private static List<String> files(String begun, Path folder, Predicate<String> wanted) {
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
        } else if (wanted.test(name)) {
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
