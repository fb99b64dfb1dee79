package org.chikei.api.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.structure.Structure;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where jobs are checked and run, and where one sees what is installed. Provided by the batch
 * bundle; commands, pages and scripts all go through it. Thread-safe.
 */
@ProviderType
public interface Workbench {

  /**
   * What is installed now.
   *
   * @return everything, by kind and then by type
   */
  List<Installed> installed();

  /**
   * What a type says of itself.
   *
   * @param type the name in a job
   * @return the declarations with that name: one as a rule, none if there is no such type, several
   *     where a coordinate and a step share a name
   */
  List<Declaration> describe(String type);

  /**
   * How the input of another program asks for a coordinate of a type.
   *
   * @param program the program, as a job names it, such as {@code plumed}
   * @param type the name of the type in a job
   * @return lines of such an input; none where there is no counterpart or nobody knows the program
   */
  default List<String> counterpart(String program, String type) {
    return List.of();
  }

  /**
   * The JSON Schema of a job file, made from the declarations of what is installed.
   *
   * @return the schema as JSON text
   */
  String schema();

  /**
   * Validates a job, resolves its atoms and files and looks at some frames, but computes nothing.
   *
   * @param request the job
   * @return what was found
   * @throws JobException if the job cannot be run as it is written
   * @throws IOException if input cannot be read; an {@link org.chikei.api.InputException} if its
   *     content is at fault
   */
  CheckReport check(JobRequest request) throws JobException, IOException;

  /**
   * Tests the coordinates of a job, whoever brought them, on frames of its own input: gradients and
   * second-order terms against finite differences, and what moving, turning and cutting the system
   * does to the values.
   *
   * @param request the job
   * @return what was found
   * @throws JobException if the job cannot be run as it is written
   * @throws IOException if input cannot be read; an {@link org.chikei.api.InputException} if its
   *     content is at fault
   */
  DerivativeReport checkDerivatives(JobRequest request) throws JobException, IOException;

  /**
   * Runs a job and writes its results. On any exception nothing is written and older results stay.
   *
   * @param request the job
   * @param monitor watches it and may stop it
   * @return what was found and where it is
   * @throws JobException if the job cannot be run as it is written
   * @throws IOException if input cannot be read or results not written; an {@link
   *     org.chikei.api.InputException} if the content of the input is at fault
   * @throws JobCancelledException if the monitor stopped it
   */
  JobOutcome run(JobRequest request, JobMonitor monitor)
      throws JobException, IOException, JobCancelledException;

  /**
   * Reads a structure, whatever its format.
   *
   * @param file the structure's file
   * @return the structure
   * @throws IOException if it cannot be read; an {@link org.chikei.api.InputException} if no
   *     installed format knows it or its content is at fault
   */
  Structure structure(Path file) throws IOException;

  /**
   * Coordinates worth looking at in a structure, of the types that are installed.
   *
   * @param structure the structure's file
   * @return the proposals, those of a kind together
   * @throws IOException if the structure cannot be read; an {@link org.chikei.api.InputException}
   *     if its content is at fault
   */
  List<Proposal> proposals(Path structure) throws IOException;

  /**
   * Coordinates worth looking at in a structure, as the lines of a job that list them: each with a
   * comment that says why.
   *
   * @param structure the structure's file
   * @param most how many of a kind are listed; what is left out is counted in a comment
   * @return YAML with the key {@code coordinates}; comments alone where nothing suggests itself
   * @throws IOException if the structure cannot be read; an {@link org.chikei.api.InputException}
   *     if its content is at fault
   */
  String suggest(Path structure, int most) throws IOException;

  /**
   * Writes a job to begin with: the coordinates that {@link #suggest} would list, and what to do
   * with them.
   *
   * @param structure the structure's file
   * @param trajectory the trajectory's file
   * @param job the file to write
   * @throws IOException if a file cannot be read, no coordinate suggests itself, or the job's file
   *     is there already or cannot be written
   */
  void init(Path structure, Path trajectory, Path job) throws IOException;
}
