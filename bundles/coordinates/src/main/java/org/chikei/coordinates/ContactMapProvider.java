package org.chikei.coordinates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.ServiceProperties;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.Point;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterException;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.parameter.Parameters;
import org.chikei.coordinates.switching.SwitchingFunction;
import org.chikei.coordinates.switching.SwitchingParameters;
import org.osgi.service.component.annotations.Component;

/** Provides the coordinate type {@code contact-map}. */
@Component(
    property = {
      ServiceProperties.TYPE + "=" + ContactMapProvider.TYPE,
      ServiceProperties.SUMMARY + "=" + ContactMapProvider.SUMMARY
    })
public final class ContactMapProvider implements CollectiveVariableProvider {
  static final String TYPE = "contact-map";
  static final String SUMMARY = "sum over a list of contacts, or distance to a reference map";

  private static final String CONTACTS = "contacts";
  private static final String REFERENCE = "reference";
  private static final String WEIGHT = "weight";
  private static final String MEASURE = "measure";
  private static final String SQUARED = "squared-distance";

  @Override
  public Declaration declaration() {
    return new Declaration(
        TYPE,
        SUMMARY,
        "Contacts of listed pairs of points, each with its own switching function, reference and"
            + " weight, added up; or the squared distance to a map of reference values. "
            + SwitchingParameters.DESCRIPTION,
        "R = Σ_k w_k (s_k(r_k) - s_ref,k), or Σ_k [w_k (s_k(r_k) - s_ref,k)]²",
        "M. Bonomi, D. Branduardi, F. L. Gervasio, M. Parrinello, J. Am. Chem. Soc. 130, 13938"
            + " (2008). "
            + SwitchingParameters.REFERENCE,
        "- {name: native, type: contact-map, switching: {r0: 0.45},"
            + " contacts: [{atoms: [1, 12]}, {atoms: [4, 20], weight: 2}]}",
        List.of(
            ParameterDeclaration.required(
                CONTACTS,
                new ParameterType.ListOf(
                    new ParameterType.Group(
                        List.of(
                            PointParameters.atoms(2, "The two points."),
                            SwitchingParameters.optional("The function of this contact."),
                            ParameterDeclaration.optional(
                                REFERENCE,
                                ParameterType.Real.ANY,
                                0.0,
                                "",
                                "The value of the function in the reference."),
                            ParameterDeclaration.optional(
                                WEIGHT, ParameterType.Real.ANY, 1.0, "", "The weight."))),
                    1,
                    Integer.MAX_VALUE),
                "",
                "The contacts."),
            SwitchingParameters.optional("The function of contacts that have none of their own."),
            ParameterDeclaration.optional(
                MEASURE,
                ParameterType.Choice.of("sum", SQUARED),
                "sum",
                "",
                "Add up what the contacts are above their references, or its squares."),
            PointParameters.nearestImage()));
  }

  @Override
  public Coordinate create(CoordinateRequest request) throws ParameterException {
    Map<Point, Integer> indices = new LinkedHashMap<>();
    List<ContactMap.Contact> contacts = new ArrayList<>();
    List<?> written = (List<?>) request.parameters().value(CONTACTS).orElseThrow();
    boolean squared = SQUARED.equals(request.parameters().text(MEASURE));
    for (int k = 0; k < written.size(); k++) {
      Parameters contact = SwitchingParameters.parameters((Map<?, ?>) written.get(k));
      List<Point> atoms = contact.points(PointParameters.ATOMS);
      if (atoms.get(0).equals(atoms.get(1))) {
        throw new ParameterException(
            CONTACTS, "contact " + (k + 1) + " is of " + atoms.get(0).label() + " with itself");
      }
      atoms.forEach(point -> indices.putIfAbsent(point, indices.size()));
      contacts.add(
          new ContactMap.Contact(
              indices.get(atoms.get(0)),
              indices.get(atoms.get(1)),
              function(contact, request.parameters(), k),
              contact.has(REFERENCE) ? contact.real(REFERENCE) : 0,
              contact.has(WEIGHT) ? contact.real(WEIGHT) : 1,
              squared));
    }
    return new ContactMap(
        List.copyOf(indices.keySet()), contacts, PointParameters.nearestImage(request));
  }

  private static SwitchingFunction function(Parameters contact, Parameters common, int k)
      throws ParameterException {
    String key = SwitchingParameters.SWITCHING;
    if (contact.has(key)) {
      return SwitchingParameters.read((Map<?, ?>) contact.value(key).orElseThrow(), CONTACTS);
    }
    if (!common.has(key)) {
      throw new ParameterException(
          CONTACTS, "contact " + (k + 1) + " has no '" + key + "', and there is none for all");
    }
    return SwitchingParameters.read((Map<?, ?>) common.value(key).orElseThrow(), key);
  }
}
