package org.chikei.batch.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chikei.api.analysis.Kinetics;
import org.chikei.api.analysis.SampleRequirements;

/**
 * What the steps together want to see of each coordinate of a job. What nobody wants is not
 * computed.
 */
public final class Demand {
  private final boolean[] used;
  private final boolean[] kinetics;
  private final boolean[] shares;
  private final boolean[][] cross;
  private final List<Set<Kinetics>> kinds;
  private int halo;

  /**
   * Demands nothing.
   *
   * @param coordinates how many coordinates the job has
   */
  public Demand(int coordinates) {
    used = new boolean[coordinates];
    kinetics = new boolean[coordinates];
    shares = new boolean[coordinates];
    cross = new boolean[coordinates][coordinates];
    kinds =
        Stream.generate(() -> (Set<Kinetics>) EnumSet.noneOf(Kinetics.class))
            .limit(coordinates)
            .toList();
  }

  /** The values of every coordinate. */
  static Demand ofAll(int coordinates) {
    Demand demand = new Demand(coordinates);
    for (int k = 0; k < coordinates; k++) {
      demand.used[k] = true;
    }
    return demand;
  }

  /** The values of some coordinates. */
  static Demand ofValues(int coordinates, int[] of) {
    Demand demand = new Demand(coordinates);
    for (int k : of) {
      demand.used[k] = true;
    }
    return demand;
  }

  /**
   * Adds what a step wants.
   *
   * @param of its coordinates, numbers from 0 in the job
   * @param wanted what it wants of them
   * @param available the kinetics that it may see
   */
  public void add(int[] of, SampleRequirements wanted, Set<Kinetics> available) {
    int around = wanted.halo();
    for (int a : of) {
      used[a] = true;
      if (wanted.kinetics()) {
        kinetics[a] = true;
        kinds.get(a).addAll(available);
        if (available.contains(Kinetics.SERIES)) {
          around = wanted.halo() + 1;
        }
      }
      shares[a] |= wanted.metricShares();
      for (int b : of) {
        cross[a][b] |= wanted.crossMetric() && a != b;
      }
    }
    halo = Math.max(halo, around);
  }

  /**
   * Adds what it takes to weigh frames by restraints and to take these out of accelerations.
   *
   * @param restrained the restrained coordinates, numbers from 0 in the job
   */
  void addRestrained(int[] restrained) {
    for (int b : restrained) {
      used[b] = true;
    }
    for (int a = 0; a < kinetics.length; a++) {
      for (int b : restrained) {
        if (kinetics[a]) {
          kinds.get(b).addAll(kinds.get(a));
          cross[a][b] |= a != b;
        }
      }
    }
    for (int b : restrained) {
      kinetics[b] |= !kinds.get(b).isEmpty();
    }
  }

  /** How many frames around its own a slice must have. */
  public int halo() {
    return halo;
  }

  boolean used(int coordinate) {
    return used[coordinate];
  }

  boolean kinetics(int coordinate) {
    return kinetics[coordinate];
  }

  boolean shares(int coordinate) {
    return shares[coordinate];
  }

  boolean cross(int a, int b) {
    return cross[a][b];
  }

  boolean wants(Kinetics kind, int coordinate) {
    return kinds.get(coordinate).contains(kind);
  }
}
