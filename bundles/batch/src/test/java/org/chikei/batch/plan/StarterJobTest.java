package org.chikei.batch.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CoordinateProposals;
import org.chikei.api.coordinate.Proposal;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.registry.Loan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From proposals to the text of a job. */
final class StarterJobTest {
  @TempDir Path folder;

  private final List<Proposal> proposals = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("x.atoms"), "ATOMS\nC A R\nC B R\n");
    Files.writeString(folder.resolve("run 1.fake"), "FAKE\nframes=3\nspacing=0.1\n");
  }

  private void propose(String kind, String name, String type) {
    proposals.add(new Proposal(kind, name, type, List.of(0, 1), Map.of(), "so\nit is"));
  }

  private StarterJob job(Loan loan) throws IOException {
    return new StarterJob(loan, folder.resolve("x.atoms"));
  }

  private Loan loan() {
    CoordinateProposals given = structure -> proposals;
    return new Loan(FakeRegistry.full().add(CoordinateProposals.class, "given", given));
  }

  @Test
  void proposalsOfAKindStandTogetherWhoeverMadeThem() throws Exception {
    propose("bonds", "a", "span");
    propose("rings", "b", "span");
    propose("bonds", "c", "span");
    try (Loan loan = loan()) {
      assertEquals(
          List.of("a", "c", "b"), job(loan).proposals().stream().map(Proposal::name).toList());
      assertEquals(2, StarterJob.structure(loan, folder.resolve("x.atoms")).size());
    }
  }

  @Test
  void proposalsAreListedByKindAndThoseOfMissingTypesLeftOut() throws Exception {
    propose("bonds", "a", "span");
    propose("bonds", "b", "span");
    propose("bonds", "c", "span");
    propose("rings", "d", "pucker");
    proposals.add(new Proposal("more", "e", "span", List.of(1, 0), Map.of("scale", 2), "why"));
    try (Loan loan = loan()) {
      assertEquals(
          """
          coordinates:
            # bonds
            - {name: a, type: span, atoms: [1, 2]}   # so it is
            - {name: b, type: span, atoms: [1, 2]}   # so it is
            # and 1 more bonds
            # more
            - {name: e, type: span, atoms: [2, 1], scale: 2}   # why
          """,
          job(loan).coordinates(2));
    }
  }

  @Test
  void nothingIsACommentAndNoJob() throws Exception {
    try (Loan loan = loan()) {
      assertEquals("# nothing suggests itself for x.atoms\n", job(loan).coordinates(9));
      Path file = folder.resolve("job.yaml");
      InputException none =
          assertThrows(
              InputException.class, () -> job(loan).write(folder.resolve("run 1.fake"), file));
      assertTrue(none.getMessage().contains("no job was written"));
      assertTrue(Files.notExists(file));
    }
  }

  @Test
  void aJobNamesItsFilesFromItsOwnFolderAndIsNeverOverwritten() throws Exception {
    propose("bonds", "a", "span");
    propose("bonds", "b", "span");
    Path file = Files.createDirectory(folder.resolve("jobs")).resolve("job.yaml");
    try (Loan loan = loan()) {
      job(loan).write(folder.resolve("run 1.fake"), file);
      String written = Files.readString(file);
      assertEquals(
          """
          source:
            trajectory: "../run 1.fake"
            structure: ../x.atoms
            temperature: 300   # K; no file says it: write that of the simulation
          coordinates:
            # bonds
            - {name: a, type: span, atoms: [1, 2]}   # so it is
            - {name: b, type: span, atoms: [1, 2]}   # so it is
          analysis:
            - {step: comparison, of: a}
            - {step: comparison, of: b}
            - {step: free-energy, of: [a, b]}
          output: {directory: results}
          """,
          written);
      InputException there =
          assertThrows(
              InputException.class, () -> job(loan).write(folder.resolve("run 1.fake"), file));
      assertTrue(there.getMessage().contains("is there already and stays as it is"));
      assertEquals(written, Files.readString(file));
    }
  }

  @Test
  void ofManyKindsEachHasItsShare() throws Exception {
    for (int kind = 0; kind < 4; kind++) {
      for (int k = 0; k < 30; k++) {
        propose("kind " + kind, "x_" + kind + "_" + k, "span");
      }
    }
    Path file = folder.resolve("job.yaml");
    try (Loan loan = loan()) {
      job(loan).write(folder.resolve("run 1.fake"), file);
    }
    String written = Files.readString(file);
    assertEquals(12, written.lines().filter(line -> line.contains("type: span")).count());
    assertTrue(written.contains("x_3_2,"), written);
    assertTrue(written.contains("# and 108 more: chikei suggest x.atoms"), written);
  }

  @Test
  void filesThatAreNotThereAreSaid() {
    try (Loan loan = loan()) {
      InputException structure =
          assertThrows(InputException.class, () -> new StarterJob(loan, folder.resolve("y.atoms")));
      assertTrue(structure.getMessage().contains("there is no such file"));
      InputException trajectory =
          assertThrows(
              InputException.class,
              () -> job(loan).write(folder.resolve("y.fake"), folder.resolve("job.yaml")));
      assertTrue(trajectory.getMessage().contains("there is no such file"));
    }
  }
}
