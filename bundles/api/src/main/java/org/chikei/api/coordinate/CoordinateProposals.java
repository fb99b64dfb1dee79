package org.chikei.api.coordinate;

import java.util.List;
import org.chikei.api.structure.Structure;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Proposes coordinates worth looking at. Register an implementation as a service with the
 * properties of {@link org.chikei.api.ServiceProperties}; proposals of types that are not installed
 * are left out.
 */
@ConsumerType
public interface CoordinateProposals {

  /**
   * The proposals for a structure.
   *
   * @param structure the structure
   * @return proposals, the most telling first, those of a kind together; names differ by more than
   *     case
   */
  List<Proposal> propose(Structure structure);
}
