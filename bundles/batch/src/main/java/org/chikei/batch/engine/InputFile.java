package org.chikei.batch.engine;

import java.nio.file.Path;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.api.trajectory.TrajectoryOptions;

/**
 * A trajectory file of a job, with the format that reads it.
 *
 * @param written what the job calls it
 * @param path where it is
 * @param formatName the format's short name
 * @param format what opens it
 * @param options what the job says of it
 */
public record InputFile(
    String written,
    Path path,
    String formatName,
    TrajectoryFormat format,
    TrajectoryOptions options) {}
