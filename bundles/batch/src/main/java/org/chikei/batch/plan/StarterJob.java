package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.InputException;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.CoordinateProposals;
import org.chikei.api.coordinate.Proposal;
import org.chikei.api.structure.Structure;
import org.chikei.batch.job.FileText;
import org.chikei.batch.job.JobFolder;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.text.Place;

/** A job to begin with, made of the coordinates that suggest themselves for a structure. */
public final class StarterJob {
  private static final int MOST_WRITTEN = 12;
  private static final int MOST_COMPARED = 4;

  private final Loan loan;
  private final Path file;
  private final Structure structure;
  private final Map<String, List<Proposal>> byKind = new LinkedHashMap<>();

  /**
   * Reads a structure and asks for proposals.
   *
   * @param loan what is installed
   * @param file the structure's file
   * @throws IOException if it cannot be read
   */
  public StarterJob(Loan loan, Path file) throws IOException {
    this.loan = loan;
    this.file = readable(file, "STRUCTURE");
    this.structure = structure(loan, file);
    List<String> types = loan.types(CollectiveVariableProvider.class);
    loan.providers(CoordinateProposals.class).stream()
        .flatMap(provider -> loan.borrow(provider).stream())
        .flatMap(proposals -> proposals.propose(structure).stream())
        .filter(proposal -> types.contains(proposal.type()))
        .forEach(p -> byKind.computeIfAbsent(p.kind(), kind -> new ArrayList<>()).add(p));
  }

  private static Path readable(Path file, String argument) throws IOException {
    return FileSearch.readable(
        new FileText(
            file.toString(),
            JobFolder.of(Path.of("").toAbsolutePath()),
            argument,
            new Place(argument, 0, 0)));
  }

  /**
   * Reads a structure.
   *
   * @param loan what is installed
   * @param file the structure's file
   * @return the structure
   * @throws IOException if it cannot be read
   */
  public static Structure structure(Loan loan, Path file) throws IOException {
    Path readable = readable(file, "STRUCTURE");
    return new Recognition(loan).structure(readable).format().read(readable);
  }

  /**
   * The coordinates that suggest themselves.
   *
   * @return those of a kind together
   */
  public List<Proposal> proposals() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The coordinates as a job lists them.
   *
   * @param most how many of a kind
   * @return YAML
   */
  public String coordinates(int most) {
    StringBuilder text = new StringBuilder();
    if (byKind.isEmpty()) {
      return "# nothing suggests itself for " + comment(structure.source()) + "\n";
    }
    text.append("coordinates:\n");
    byKind.forEach((kind, proposals) -> list(kind, proposals, most, text));
    return text.toString();
  }

  private static void list(String kind, List<Proposal> proposals, int most, StringBuilder text) {
    text.append("  # ").append(kind).append('\n');
    proposals.stream().limit(most).forEach(p -> text.append(line(p)));
    if (proposals.size() > most) {
      text.append("  # and ").append(proposals.size() - most).append(" more ").append(kind);
      text.append('\n');
    }
  }

  private static String line(Proposal proposal) {
    StringBuilder line = new StringBuilder("  - {name: ");
    line.append(proposal.name()).append(", type: ").append(proposal.type()).append(", atoms: ");
    line.append(proposal.atoms().stream().map(i -> i + 1).toList());
    proposal.parameters().forEach((k, v) -> line.append(", ").append(k).append(": ").append(v));
    return line.append("}   # ").append(comment(proposal.reason())).append('\n').toString();
  }

  private static String comment(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /**
   * Writes the job.
   *
   * @param trajectory the trajectory's file
   * @param job the file to write
   * @throws IOException if the trajectory cannot be read, there is nothing to propose, or the job's
   *     file is there already
   */
  public void write(Path trajectory, Path job) throws IOException {
    new Recognition(loan).trajectory(readable(trajectory, "TRAJECTORY"));
    if (byKind.isEmpty()) {
      throw new InputException(
          file, "no coordinate suggests itself, so no job was written; see 'describe'");
    }
    try {
      Files.writeString(
          job, text(trajectory, job), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(job, "is there already and stays as it is; name another file");
    }
  }

  private String text(Path trajectory, Path job) {
    List<Proposal> chosen = chosen();
    StringBuilder text = new StringBuilder("source:\n");
    text.append("  trajectory: ").append(relative(trajectory, job)).append('\n');
    text.append("  structure: ").append(relative(file, job)).append('\n');
    text.append("  temperature: 300   # K; no file says it: write that of the simulation\n");
    text.append("coordinates:\n");
    String kind = "";
    for (Proposal proposal : chosen) {
      if (!proposal.kind().equals(kind)) {
        kind = proposal.kind();
        text.append("  # ").append(kind).append('\n');
      }
      text.append(line(proposal));
    }
    long left = byKind.values().stream().mapToLong(List::size).sum() - chosen.size();
    if (left > 0) {
      text.append("  # and ").append(left).append(" more: chikei suggest ");
      text.append(comment(file.getFileName().toString())).append('\n');
    }
    text.append("analysis:\n");
    chosen.stream()
        .limit(MOST_COMPARED)
        .forEach(p -> text.append("  - {step: comparison, of: ").append(p.name()).append("}\n"));
    if (chosen.size() > 1 && chosen.get(0).kind().equals(chosen.get(1).kind())) {
      text.append("  - {step: free-energy, of: [").append(chosen.get(0).name()).append(", ");
      text.append(chosen.get(1).name()).append("]}\n");
    }
    return text.append("output: {directory: results}\n").toString();
  }

  /** The first ones of each kind in turn, as many as fit, in the order of the kinds. */
  private List<Proposal> chosen() {
    int each = MOST_WRITTEN;
    while (each > 1 && count(each) > MOST_WRITTEN) {
      each--;
    }
    List<Proposal> chosen = new ArrayList<>();
    for (List<Proposal> proposals : byKind.values()) {
      chosen.addAll(proposals.subList(0, Math.min(each, proposals.size())));
    }
    return chosen;
  }

  private int count(int each) {
    return byKind.values().stream().mapToInt(list -> Math.min(each, list.size())).sum();
  }

  private static String relative(Path target, Path job) {
    Path absolute = target.toAbsolutePath().normalize();
    Path folder = job.toAbsolutePath().normalize().getParent();
    Path path =
        absolute.getRoot().equals(folder.getRoot()) ? folder.relativize(absolute) : absolute;
    String text = path.toString().replace('\\', '/');
    return text.matches("[A-Za-z0-9_./+-]*[A-Za-z_/][A-Za-z0-9_./+-]*")
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
