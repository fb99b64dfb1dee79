package org.chikei.api.structure;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Groups of atoms that a person has given names to, as a job does. */
@ConsumerType
public interface NamedGroups {

  /** No groups. */
  NamedGroups NONE =
      new NamedGroups() {
        @Override
        public Set<String> names() {
          return Set.of();
        }

        @Override
        public int[] atoms(String name) throws SelectionException {
          throw new SelectionException("there is no group '" + name + "'");
        }
      };

  /**
   * The names.
   *
   * @return all of them
   */
  Set<String> names();

  /**
   * The atoms of a group.
   *
   * @param name one of the names
   * @return indices from 0, in the order of the group, none twice
   * @throws SelectionException if the group cannot be had, or is made of itself
   */
  int[] atoms(String name) throws SelectionException;
}
