package org.chikei.integration.tests.probe;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Takes the place of the commands: says that it waits, and when it is told to stop, that it did.
 */
public final class PatientCommand implements BundleActivator, ToIntFunction<String[]> {

  /** Made by the framework. */
  public PatientCommand() {}

  @Override
  public void start(BundleContext context) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("chikei.command.line", true);
    properties.put(Constants.SERVICE_RANKING, 1);
    context.registerService(ToIntFunction.class, this, properties);
  }

  @Override
  public void stop(BundleContext context) {
    System.out.println("stopped");
  }

  @Override
  public int applyAsInt(String[] arguments) {
    if (arguments[arguments.length - 1].equals("fail")) {
      throw new IllegalStateException("the sky fell\non our heads");
    }
    System.out.println("waiting");
    try {
      TimeUnit.MINUTES.sleep(5);
      return 0;
    } catch (InterruptedException interrupt) {
      System.out.println("tidied");
      return 130;
    }
  }
}
