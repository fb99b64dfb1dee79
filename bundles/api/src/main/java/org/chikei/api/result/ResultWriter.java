package org.chikei.api.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes results in one format. Register it as a service with the properties of {@link
 * org.chikei.api.ServiceProperties}; {@code chikei.type} is the word that a job writes in {@code
 * output.formats}. Thread-safe.
 */
@ConsumerType
public interface ResultWriter {

  /**
   * Writes a result. It may be asked again with the same result, if another writer failed, since
   * the result then says so; one that throws, or does not come back within {@link
   * org.chikei.api.job.JobRequest#patience}, is left out. The folder is a temporary one whose files
   * are moved into place together once every writer is done, so that no half result is ever seen.
   * The same result gives the same bytes, but for what stands in {@link JobResult#run}.
   *
   * @param result what to write
   * @param folder an existing folder to write into
   * @return the names of the files written, relative to the folder
   * @throws IOException if it cannot be written
   */
  List<String> write(JobResult result, Path folder) throws IOException;
}
