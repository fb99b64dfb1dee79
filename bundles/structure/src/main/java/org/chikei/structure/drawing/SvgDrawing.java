package org.chikei.structure.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chikei.api.ServiceProperties;
import org.chikei.api.structure.MoleculeDrawing;
import org.chikei.api.structure.Structure;
import org.chikei.structure.chemistry.BondOrders;
import org.chikei.structure.drawing.SvgWriter.Mark;
import org.osgi.service.component.annotations.Component;

/** Draws molecules as SVG, laid out by CDK. The same input gives the same text, anywhere. */
@Component(
    property = {
      ServiceProperties.TYPE + "=svg",
      ServiceProperties.SUMMARY + "=molecules with marked atoms as SVG, laid out by CDK"
    })
public final class SvgDrawing implements MoleculeDrawing {
  private static final double SMALLEST = 9;
  private static final double LARGEST = 20;

  /** Makes the drawing service; it keeps nothing between calls. */
  public SvgDrawing() {}

  @Override
  public String svg(Structure structure, Map<Integer, Double> marks, Map<Integer, String> labels) {
    if (structure.size() == 0) {
      throw new IllegalArgumentException("a structure without atoms cannot be drawn");
    }
    Map<Integer, Double> weights = new TreeMap<>();
    marks.forEach((atom, weight) -> weights.put(checked(structure, atom), withinUnit(weight)));
    Map<Integer, String> texts = new TreeMap<>();
    labels.forEach((atom, label) -> texts.put(checked(structure, atom), label));

    Excerpt excerpt = new Excerpt(structure, wanted(structure, weights, texts));
    List<Fragment> fragments = excerpt.fragments();
    for (Fragment fragment : fragments) {
      BondOrders.assign(fragment, structure);
      FlatLayout.arrange(fragment);
    }
    Scene scene = new Scene(fragments);
    List<Mark> drawn = new ArrayList<>();
    weights.forEach(
        (atom, weight) -> {
          double[] at = scene.places.get(atom);
          if (at != null) {
            double radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(weight);
            drawn.add(new Mark(at[0], at[1], radius, weight, structure.atom(atom).label()));
          }
        });
    LabelPlacement placement =
        new LabelPlacement(
            scene,
            drawn.stream().map(mark -> new double[] {mark.x(), mark.y(), mark.radius()}).toList());
    texts.forEach(
        (atom, label) -> {
          double[] at = scene.places.get(atom);
          if (at != null) {
            placement.add(label, at[0], at[1]);
          }
        });
    String remark =
        excerpt.leftOut() == 0 ? "" : "and " + excerpt.leftOut() + " more atoms, not drawn";
    return SvgWriter.write(
        "Atoms of " + structure.source(), scene, drawn, placement.labels(), remark);
  }

  private static int checked(Structure structure, int atom) {
    if (atom < 0 || atom >= structure.size()) {
      throw new IllegalArgumentException(
          "atom index " + atom + " is outside of 0 to " + (structure.size() - 1));
    }
    return atom;
  }

  private static double withinUnit(double weight) {
    return weight > 0 ? Math.min(1, weight) : 0;
  }

  /** Marked atoms by falling weight, then labelled ones; of nothing at all the first atom. */
  private static Set<Integer> wanted(
      Structure structure, Map<Integer, Double> weights, Map<Integer, String> labels) {
    List<Integer> marked = new ArrayList<>(weights.keySet());
    marked.sort(Comparator.comparingDouble(atom -> -weights.get(atom)));
    Set<Integer> wanted = new LinkedHashSet<>(marked);
    wanted.addAll(labels.keySet());
    if (wanted.isEmpty()) {
      wanted.add(0);
    }
    return wanted;
  }
}
