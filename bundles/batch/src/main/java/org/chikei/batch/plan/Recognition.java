package org.chikei.batch.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.chikei.api.series.SeriesFormat;
import org.chikei.api.structure.StructureFormat;
import org.chikei.api.trajectory.TrajectoryFormat;
import org.chikei.batch.registry.Loan;
import org.chikei.batch.registry.Provider;

/** Finds the format of a file by its content. */
final class Recognition {
  private static final int HEAD = 64 * 1024;

  private final Loan loan;

  Recognition(Loan loan) {
    this.loan = loan;
  }

  /**
   * A format and its name.
   *
   * @param name the short name
   * @param format what reads it
   */
  record Recognised<T>(String name, T format) {}

  /** How sure a format is of a file. */
  private interface Recogniser<T> {
    int sure(T format, byte[] head, String name);
  }

  Recognised<TrajectoryFormat> trajectory(Path file) throws IOException {
    return best(TrajectoryFormat.class, file, "trajectory", TrajectoryFormat::recognises);
  }

  Recognised<SeriesFormat> series(Path file) throws IOException {
    return best(SeriesFormat.class, file, "series", SeriesFormat::recognises);
  }

  Recognised<StructureFormat> structure(Path file) throws IOException {
    return best(StructureFormat.class, file, "structure", StructureFormat::recognises);
  }

  /** Whether some structure format recognises the content of a file. */
  boolean holdsStructure(Path file) throws IOException {
    byte[] head = FileContent.head(file, HEAD);
    String name = FileContent.name(file);
    return loan.providers(StructureFormat.class).stream()
        .flatMap(p -> loan.borrow(p).stream())
        .anyMatch(f -> f.recognises(head, name) >= 2);
  }

  private <T> Recognised<T> best(Class<T> kind, Path file, String what, Recogniser<T> recognises)
      throws IOException {
    List<Provider<T>> providers = loan.providers(kind);
    if (providers.isEmpty()) {
      throw new InputException(
          file,
          "no bundle is installed that reads a "
              + what
              + "; org.chikei."
              + (what.equals("structure") ? "structure" : "trajectory")
              + " brings the usual formats");
    }
    byte[] head = FileContent.head(file, HEAD);
    String name = FileContent.name(file);
    Recognised<T> best = null;
    int most = 0;
    for (Provider<T> provider : providers) {
      T format = loan.borrow(provider).orElse(null);
      int sure = format == null ? 0 : recognises.sure(format, head, name);
      if (sure > most) {
        most = sure;
        best = new Recognised<>(provider.type(), format);
      }
    }
    if (best == null) {
      throw new InputException(
          file,
          "is no "
              + what
              + " of a format that is installed ("
              + String.join(", ", loan.types(kind))
              + ")");
    }
    return best;
  }
}
