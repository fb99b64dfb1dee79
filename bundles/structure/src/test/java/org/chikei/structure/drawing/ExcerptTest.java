package org.chikei.structure.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chikei.api.structure.Structure;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static Structure waters(int count) {
    String elements = Stream.generate(() -> "O H H").limit(count).collect(Collectors.joining(" "));
    String bonds =
        IntStream.range(0, count)
            .mapToObj(w -> (3 * w + 1) + "-" + (3 * w + 2) + " " + (3 * w + 1) + "-" + (3 * w + 3))
            .collect(Collectors.joining(" "));
    return Molecules.of(elements, bonds);
  }

  @Test
  void onlyMoleculesThatHoldWantedAtomsAreDrawn() {
    Excerpt excerpt = new Excerpt(waters(100), List.of(0, 31));

    List<Fragment> fragments = excerpt.fragments();
    assertEquals(2, fragments.size());
    assertEquals(30, fragments.get(1).atom(0));
    assertEquals(3, fragments.get(1).size());
    assertEquals(0, excerpt.leftOut());
  }

  @Test
  void amongManyAtomsHydrogensAreHiddenUnlessWanted() {
    Excerpt excerpt = new Excerpt(waters(20), IntStream.range(0, 41).boxed().toList());

    List<Fragment> fragments = excerpt.fragments();
    assertEquals(14, fragments.size());
    assertEquals(3, fragments.get(0).size());
    assertEquals(2, fragments.get(13).size());
    assertEquals(1, fragments.get(13).hidden[0]);
  }

  @Test
  void whereThereAreTooManyTheFirstWantedAreDrawn() {
    List<Integer> oxygens = IntStream.range(0, 1000).mapToObj(w -> 3 * (999 - w)).toList();
    Excerpt excerpt = new Excerpt(waters(1000), oxygens);

    assertEquals(40, excerpt.fragments().size());
    assertEquals(960, excerpt.leftOut());
    assertTrue(excerpt.fragments().stream().allMatch(fragment -> fragment.atom(0) >= 3 * 960));
  }

  @Test
  void ofALargeMoleculeTheSurroundingsAreDrawn() {
    Excerpt excerpt = new Excerpt(Molecules.longChain(200), List.of(200));

    List<Fragment> fragments = excerpt.fragments();
    assertEquals(1, fragments.size());
    Fragment fragment = fragments.get(0);
    assertTrue(fragment.size() > 20 && fragment.size() <= 42, "atoms: " + fragment.size());
    assertEquals(2, IntStream.of(fragment.cut).sum());
    assertTrue(IntStream.range(0, fragment.size()).anyMatch(i -> fragment.atom(i) == 200));
    // Each carbon that is drawn has its oxygen.
    long oxygens = IntStream.range(0, fragment.size()).filter(i -> fragment.number(i) == 8).count();
    assertEquals(fragment.size(), 2 * oxygens);
  }

  @Test
  void ofTwoHydrogensOneIsTheSkeleton() {
    Fragment hydrogen = Molecules.fragment(Molecules.of("H H", "1-2"));

    assertEquals(2, hydrogen.size());
    assertEquals(1, hydrogen.skeletonSize());
  }
}
