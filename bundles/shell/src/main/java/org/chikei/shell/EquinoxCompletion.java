package org.chikei.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chikei.api.text.CommandCompleter;
import org.eclipse.equinox.console.completion.common.Completer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Completes commands in Equinox's console, which does so where it is reached by telnet or ssh. It
 * completes names of files by itself, in the folder of the process and the last part of a path at a
 * time; what is said of files here is said in the same way, so that it sees one word and not two.
 */
@Component
public final class EquinoxCompletion implements Completer {
  private final CommandCompleter completer;

  /**
   * Made by the framework.
   *
   * @param completer knows how commands go on
   */
  @Activate
  public EquinoxCompletion(@Reference CommandCompleter completer) {
    this.completer = completer;
  }

  @Override
  public Map<String, Integer> getCandidates(String buffer, int cursor) {
    String written = buffer.substring(0, cursor);
    // the command that is being written, behind a pipe or within a closure
    String command = written.substring(written.replaceAll("[|;={(]", "|").lastIndexOf('|') + 1);
    List<String> words = List.of(command.stripLeading().split("\\s+", -1));
    String last = words.get(words.size() - 1);
    int begin = last.lastIndexOf('/') + 1;
    return completer.complete(words, Path.of("")).stream()
        .map(word -> word.substring(begin).replaceFirst("/$", ""))
        .collect(Collectors.toMap(Function.identity(), word -> cursor - last.length() + begin));
  }
}
