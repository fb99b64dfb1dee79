package org.chikei.host;

import java.io.IOException;
import org.chikei.api.job.JobCancelledException;
import org.chikei.api.job.JobException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A command of the command line. */
interface Command {

  /** What the command takes. */
  CommandSpec specification();

  /**
   * Does what the command says.
   *
   * @param parsed the words that were given
   * @return the exit status, one of {@link ExitStatus}
   * @throws JobException if a job cannot be run as it is written
   * @throws IOException if input cannot be read or results not written
   * @throws JobCancelledException if it was interrupted
   */
  int run(ParseResult parsed) throws JobException, IOException, JobCancelledException;

  /** A flag. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }
}
