package org.chikei.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines that someone edits at a terminal, with a history and completion by the tab key. */
final class TerminalLines implements Lines {
  private final Completions completions;
  private final Terminal terminal;
  private final LineReader reader;

  TerminalLines(Completions completions) throws IOException {
    this.completions = completions;
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
    try {
      // no library of native code, which would leave a file behind
      terminal =
          TerminalBuilder.builder()
              .system(true)
              .jni(false)
              .ffm(false)
              .jansi(false)
              .exec(true)
              .dumb(false)
              .build();
    } finally {
      thread.setContextClassLoader(before);
    }
    if (terminal.getWidth() == 0) {
      terminal.setSize(new Size(80, 24)); // one that does not say how large it is
    }
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("chikei")
            .completer((lineReader, line, candidates) -> complete(line, candidates))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  private void complete(ParsedLine line, List<Candidate> candidates) {
    List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
    words.add(line.word().substring(0, line.wordCursor()));
    for (String word : completions.of(words)) {
      boolean whole = !word.endsWith("/");
      candidates.add(new Candidate(word, word, null, null, null, null, whole));
    }
  }

  @Override
  public String next() {
    while (true) {
      try {
        return reader.readLine("chikei> ");
      } catch (UserInterruptException cleared) {
        // Ctrl-C drops the line that was being written
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
