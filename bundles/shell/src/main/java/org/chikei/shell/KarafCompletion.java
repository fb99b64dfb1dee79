package org.chikei.shell;

import java.util.HashMap;
import java.util.Map;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.chikei.api.text.CommandCompleter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Completes commands in Karaf's console. No signature here names a type of Karaf: this class is
 * loaded in every host.
 */
@Component(service = {})
public final class KarafCompletion {
  private final CommandCompleter completer;
  private final Map<Object, KarafCommand> commands = new HashMap<>();

  /**
   * Made by the framework.
   *
   * @param completer knows how commands go on
   */
  @Activate
  public KarafCompletion(@Reference CommandCompleter completer) {
    this.completer = completer;
  }

  @Reference(
      service = SessionFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  synchronized void add(Object console) {
    KarafCommand command = new KarafCommand(completer);
    ((SessionFactory) console).getRegistry().register(command);
    commands.put(console, command);
  }

  synchronized void remove(Object console) {
    ((SessionFactory) console).getRegistry().unregister(commands.remove(console));
  }
}
