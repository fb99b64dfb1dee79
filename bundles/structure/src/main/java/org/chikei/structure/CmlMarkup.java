package org.chikei.structure;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.chikei.api.InputException;
import org.chikei.api.file.FileContent;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Looks through the markup of a CML file for what CDK's reader would pass over: it takes an atom
 * without an element for hydrogen, drops all positions where one atom has none, and fetches a
 * document type from wherever the file says.
 */
final class CmlMarkup extends DefaultHandler2 {
  private static final String FEATURES = "http://xml.org/sax/features/";
  private static final String LOAD_TYPE =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";
  private static final String PROPERTIES = "http://xml.org/sax/properties/";

  /** Document types that CDK has a copy of. */
  private static final List<String> OWN_TYPES =
      List.of(
          "cml-1999-05-15.dtd",
          "cml.dtd",
          "cml1_0.dtd",
          "cml-2001-04-06.dtd",
          "cml1_0_1.dtd",
          "cml_1_0_1.dtd");

  /** Elsewhere, as in a spectrum, an atom is only referred to. */
  private static final Set<String> HOLDERS = Set.of("molecule", "atomArray", "crystal");

  private static final String[] AXES = {"x3", "y3", "z3"};

  private final Path file;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> partners = new LinkedHashMap<>();
  private Locator place;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inAtom;
  private boolean elementKnown;
  private int placed;
  private int unplaced;

  private CmlMarkup(Path file) {
    this.file = file;
  }

  /**
   * Checks a file.
   *
   * @param file the file
   * @throws InputException if something is wrong with it, with the line
   */
  static void check(Path file) throws IOException {
    CmlMarkup markup = new CmlMarkup(file);
    try (InputStream bytes = FileContent.stream(file)) {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(FEATURES + "external-general-entities", false);
      factory.setFeature(FEATURES + "external-parameter-entities", false);
      factory.setFeature(LOAD_TYPE, false);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(PROPERTIES + "lexical-handler", markup);
      parser.setProperty(PROPERTIES + "declaration-handler", markup);
      parser.parse(new InputSource(bytes), markup);
    } catch (SAXParseException e) {
      throw new InputException(
          file, "line " + e.getLineNumber() + ": " + MoleculeConversion.oneLine(e), e);
    } catch (SAXException e) {
      throw e.getCause() instanceof InputException input
          ? input
          : new InputException(file, "is no XML: " + MoleculeConversion.oneLine(e), e);
    } catch (CharConversionException | UnsupportedEncodingException e) {
      throw new InputException(
          file, "its text is not in the encoding it states: " + MoleculeConversion.oneLine(e), e);
    } catch (ParserConfigurationException e) {
      throw new IOException("this Java has no XML parser that can be told to stay local", e);
    }
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    place = locator;
  }

  @Override
  public void startDTD(String name, String publicId, String systemId) throws SAXException {
    if (systemId != null && OWN_TYPES.stream().noneMatch(systemId::endsWith)) {
      throw fault("the document type lies outside of the file; remove the DOCTYPE");
    }
  }

  @Override
  public void externalEntityDecl(String name, String publicId, String systemId)
      throws SAXException {
    throw fault("an entity lies outside of the file; remove it");
  }

  @Override
  public void startElement(String uri, String name, String raw, Attributes attributes)
      throws SAXException {
    if (name.equals("molecule") || name.equals("atomArray")) {
      placed = 0;
      unplaced = 0;
    } else if (name.equals("atom") && !open.isEmpty() && HOLDERS.contains(open.peek())) {
      inAtom = true;
      startAtom(attributes);
    } else if (name.equals("bond") && attributes.getValue("atomRefs2") != null) {
      for (String id : attributes.getValue("atomRefs2").trim().split("\\s+")) {
        partners.putIfAbsent(id, place.getLineNumber());
      }
    } else if (inAtom) {
      elementKnown |= "elementType".equals(attributes.getValue("builtin"));
    }
    open.push(name);
  }

  private void startAtom(Attributes attributes) throws SAXException {
    String id = attributes.getValue("id");
    String symbol = attributes.getValue("elementType");
    String shown = id == null ? "an atom" : "atom '" + TextLines.shown(id) + "'";
    if (id != null) {
      ids.add(id);
    }
    if (symbol != null && Species.ofSymbol(symbol).isEmpty()) {
      throw fault(
          shown + " is '" + TextLines.shown(symbol) + "', which is no element; write its symbol");
    }
    elementKnown = symbol != null;
    int axes = 0;
    for (String axis : AXES) {
      String value = attributes.getValue(axis);
      if (value != null) {
        checkFinite(shown, axis, value);
        axes++;
      }
    }
    placed += axes > 0 ? 1 : 0;
    unplaced += axes < 3 ? 1 : 0;
    if (placed > 0 && unplaced > 0) {
      throw fault(shown + " has some of x3, y3, z3 and not all; give all three for every atom");
    }
  }

  private void checkFinite(String atom, String axis, String value) throws SAXException {
    try {
      if (Double.isFinite(Double.parseDouble(value))) {
        return;
      }
    } catch (NumberFormatException e) {
      throw notFinite(atom, axis, value);
    }
    throw notFinite(atom, axis, value);
  }

  private SAXException notFinite(String atom, String axis, String value) {
    return fault(axis + " of " + atom + " ('" + TextLines.shown(value) + "') is no finite number");
  }

  @Override
  public void endElement(String uri, String name, String raw) throws SAXException {
    open.pop();
    if (name.equals("atom") && inAtom) {
      inAtom = false;
      if (!elementKnown) {
        throw fault("an atom has no elementType; write its element's symbol");
      }
    } else if (name.equals("molecule")) {
      endMolecule();
    }
  }

  private void endMolecule() throws SAXException {
    for (Map.Entry<String, Integer> partner : partners.entrySet()) {
      if (!ids.contains(partner.getKey())) {
        throw fault(
            partner.getValue(),
            "a bond names atom '" + TextLines.shown(partner.getKey()) + "', which is not there");
      }
    }
    ids.clear();
    partners.clear();
  }

  private SAXException fault(String message) {
    return fault(place.getLineNumber(), message);
  }

  private SAXException fault(int line, String message) {
    return new SAXException(new InputException(file, "line " + line + ": " + message));
  }
}
