package org.chikei.host.launcher;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Loads what every start needs of the JDK, the XML parser above all, while another thread starts
 * the framework. Nothing depends on it; it only makes a start shorter where there are two cores.
 */
final class Preparation {

  private Preparation() {}

  /** Begins, on a thread that no one waits for. */
  static void begin() {
    Thread thread = new Thread(Preparation::prepare, "chikei-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  private static void prepare() {
    try {
      // a class of the framework extends it
      Class.forName("java.lang.SecurityManager");
      // it formats the numbers of Java's versions
      String.format("%d", 1);
      // descriptions of components are XML, with namespaces
      SAXParserFactory parsers = SAXParserFactory.newInstance();
      parsers.setNamespaceAware(true);
      byte[] document = "<a:b xmlns:a='c' d='e'>f</a:b>".getBytes(StandardCharsets.US_ASCII);
      parsers.newSAXParser().parse(new ByteArrayInputStream(document), new DefaultHandler());
    } catch (Exception | LinkageError left) {
      // Whoever needs it meets the same fault, and tells of it.
    }
  }
}
