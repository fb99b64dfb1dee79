package org.chikei.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.chikei.integration.tests.ExecutableJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats that need a library of their own, and compressed files, in the packaged product. */
class InputFormatsIT {
  private static final String JOB =
      """
      source: {trajectory: %s, structure: %s, temperature: 300}
      coordinates: [{name: cc, type: distance, atoms: [9, 15]}]
      analysis: [{step: comparison, of: cc, bins: 4}]
      output: {directory: %s, formats: [csv]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void copyInput() throws IOException {
    for (String name : List.of("ala2.h5md", "ala2-xvf.nc", "ala2.pdb")) {
      Path file = Files.copy(Repository.data(name), folder.resolve(name));
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
        Files.copy(file, out);
      }
    }
  }

  @Test
  void aCompressedFileGivesTheSameResults() throws Exception {
    String plain = run("ala2-xvf.nc", "ala2.pdb", "plain");
    assertEquals(plain, run("ala2-xvf.nc.gz", "ala2.pdb.gz", "packed"));
    try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
      assertEquals(List.of(), left.toList(), "the unpacked copy is gone");
    }
  }

  /** Velocities and forces take the same way through the job as those of the other format. */
  @Test
  void hdf5IsReadAndItsLibraryLoadedNotBefore() throws Exception {
    assertFalse(loaded("list").contains("io.jhdf."));
    Files.writeString(
        folder.resolve("job.yaml"), JOB.formatted("ala2.h5md.gz", "ala2.pdb", "packed"));
    assertTrue(loaded("run", "job.yaml").contains("io.jhdf.HdfFile "));
    String netcdf = run("ala2-xvf.nc", "ala2.pdb", "netcdf");
    String hdf5 = Files.readString(folder.resolve("packed/cc.comparison.csv"));
    List<String> expected = netcdf.lines().map(line -> line.split(",")[1]).toList();
    assertEquals(expected, hdf5.lines().map(line -> line.split(",")[1]).toList());
    assertTrue(expected.size() > 3, expected::toString);
    assertTrue(
        hdf5.lines().skip(1).anyMatch(line -> !line.split(",")[5].isEmpty()), "velocities: D");
  }

  private String run(String trajectory, String structure, String output) throws Exception {
    Files.writeString(folder.resolve("job.yaml"), JOB.formatted(trajectory, structure, output));
    Outcome outcome = ExecutableJar.run(folder, "run", "job.yaml");
    assertEquals(0, outcome.status(), outcome::errors);
    return Files.readString(folder.resolve(output).resolve("cc.comparison.csv"));
  }

  /** The classes that a command loads. */
  private String loaded(String... arguments) throws Exception {
    Path log = folder.resolve("classes");
    Process process =
        ExecutableJar.start(folder, List.of("-Xlog:class+load:file=" + log), arguments);
    Outcome outcome = ExecutableJar.end(process, folder);
    assertEquals(0, outcome.status(), outcome::errors);
    return Files.readString(log);
  }
}
