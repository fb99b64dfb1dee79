package org.chikei.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.chikei.api.Declaration;
import org.chikei.api.job.Workbench;
import org.chikei.api.text.Description;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code chikei:describe}: one type, its parameters, its formula and an example. */
@Component(
    service = DescribeCommand.class,
    property = {Shell.SCOPE, "osgi.command.function=describe"})
public final class DescribeCommand {
  private final Workbench workbench;

  /**
   * Made by the framework.
   *
   * @param workbench knows what is installed
   */
  @Activate
  public DescribeCommand(@Reference Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * Describes.
   *
   * @param type the type's name
   */
  @Descriptor("describes a type: its parameters, its formula, an example")
  public void describe(
      @Descriptor("a coordinate, a step or a model") @Completed(Completed.By.TYPES) String type) {
    List<Declaration> found = workbench.describe(type);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("'" + type + "' is not installed; see 'list'");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    found.forEach(new Description(out)::print);
    System.out.println(bytes.toString(StandardCharsets.UTF_8).stripTrailing());
  }
}
