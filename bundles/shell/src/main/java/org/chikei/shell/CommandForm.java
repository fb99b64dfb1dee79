package org.chikei.shell;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.service.command.Descriptor;

/**
 * What a command takes, as the annotations of its method tell Gogo.
 *
 * @param name its name, without the scope
 * @param options its options
 * @param arguments what its arguments are, in order
 */
record CommandForm(String name, List<Option> options, List<Completed.By> arguments) {

  /**
   * An option.
   *
   * @param names all of its names, the long one last
   * @param value what its value is; empty for a flag, which has none
   */
  record Option(List<String> names, Optional<Completed.By> value) {
    String longName() {
      return names.get(names.size() - 1);
    }
  }

  /**
   * What may follow.
   *
   * @param options long names of the options that were not given yet
   * @param word what else may stand there; empty if nothing
   */
  record Next(List<String> options, Optional<Completed.By> word) {}

  /** Reads the annotations of the method that is named like its class. */
  static CommandForm of(Class<?> command) {
    String name = command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    for (Method method : command.getMethods()) {
      if (method.getName().equals(name) && method.isAnnotationPresent(Descriptor.class)) {
        return of(name, method);
      }
    }
    throw new IllegalArgumentException(command + " has no method " + name);
  }

  private static CommandForm of(String name, Method method) {
    List<Option> options = new ArrayList<>();
    List<Completed.By> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      Optional<Completed.By> completed =
          Optional.ofNullable(parameter.getAnnotation(Completed.class)).map(Completed::value);
      var option = parameter.getAnnotation(org.apache.felix.service.command.Parameter.class);
      if (option != null) {
        options.add(new Option(List.of(option.names()), completed));
      } else {
        completed.ifPresent(arguments::add);
      }
    }
    return new CommandForm(name, List.copyOf(options), List.copyOf(arguments));
  }

  /**
   * What may follow words that are there.
   *
   * @param words what was written after the command's name
   */
  Next after(List<String> words) {
    List<Option> left = new ArrayList<>(options);
    int given = 0;
    for (int k = 0; k < words.size(); k++) {
      String word = words.get(k);
      Optional<Option> option = left.stream().filter(o -> o.names().contains(word)).findFirst();
      if (option.isEmpty()) {
        given++;
      } else {
        left.remove(option.get());
        if (option.get().value().isPresent() && ++k == words.size()) {
          return new Next(List.of(), option.get().value());
        }
      }
    }
    return new Next(
        left.stream().map(Option::longName).toList(),
        given < arguments.size() ? Optional.of(arguments.get(given)) : Optional.empty());
  }
}
