package org.chikei.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.TextTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:list}: what is installed, and who brought it. */
@Component(
    service = ListCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=list"})
public final class ListCommand {
  private final Workbench workbench;

  /**
   * Made by the framework.
   *
   * @param workbench knows what is installed
   */
  @Activate
  public ListCommand(@Reference Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * Lists.
   *
   * @param kind the one kind that is wanted; empty for all
   */
  @Descriptor("lists what is installed, with the bundle that brought it")
  public void list(
      @Descriptor("coordinate, step, format, model or output; all of them if absent")
          @Parameter(
              names = {"-k", "--kind"},
              absentValue = "")
          @Completed(Completed.By.KINDS)
          String kind) {
    List<List<String>> rows =
        workbench.installed().stream()
            .filter(found -> kind.isEmpty() || found.kind().equals(kind))
            .map(found -> List.of(found.kind(), found.type(), found.summary(), found.origin()))
            .toList();
    System.out.println(
        rows.isEmpty() ? "nothing of that kind is installed" : Shell.lines(TextTable.lines(rows)));
  }
}
