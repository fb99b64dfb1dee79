package org.chikei.shell;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.chikei.api.text.CommandCompleter;

/**
 * {@code chikei:complete}, in Karaf: how a command can go on. Karaf asks the completer of every
 * command about every line, but it makes Gogo's commands its own without one, so this command has
 * that of all of them.
 */
final class KarafCommand implements Command, Completer {
  private final CommandCompleter completer;

  KarafCommand(CommandCompleter completer) {
    this.completer = completer;
  }

  @Override
  public String getScope() {
    return "chikei";
  }

  @Override
  public String getName() {
    return "complete";
  }

  @Override
  public String getDescription() {
    return "tells how a command can go on: chikei:complete run --";
  }

  @Override
  public Completer getCompleter(boolean scoped) {
    return this;
  }

  @Override
  public Parser getParser() {
    return null;
  }

  @Override
  public Object execute(Session session, List<Object> arguments) {
    List<String> words = arguments.stream().map(String::valueOf).toList();
    completer.complete(words, session.currentDir()).forEach(System.out::println);
    return null;
  }

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    candidates.addAll(words(session, line));
    return line.getBufferPosition() - line.getArgumentPosition();
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    for (String word : words(session, line)) {
      candidates.add(new Candidate(word, !word.endsWith("/")));
    }
  }

  private List<String> words(Session session, CommandLine line) {
    int last = line.getCursorArgumentIndex();
    if (last < 1) {
      return List.of();
    }
    String[] words = Arrays.copyOf(line.getArguments(), last + 1);
    words[0] = session.resolveCommand(words[0]);
    words[last] = words[last].substring(0, line.getArgumentPosition());
    return completer.complete(List.of(words), session.currentDir());
  }
}
