package org.chikei.api.analysis;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs under restraints of their own, joined by weights that make one unbiased sample of them. The
 * weights depend on the free energies of the windows, which the same frames have to tell: what one
 * block of frames adds to a result is what its own frames add and what it adds to these free
 * energies. Thread-safe.
 */
@ProviderType
public interface JoinedWindows {

  /**
   * The number of windows.
   *
   * @return at least 2
   */
  int count();

  /**
   * How runs of frames move the free energies of the windows: the derivative of each f = −ln Z
   * along what a run of frames holds beyond the mean of its window. Over all frames of a window
   * they add up to zero. A weighted sum S over frames answers to f of a window by minus the part of
   * S that comes from that window, in the mean.
   *
   * @param frames the lengths of consecutive runs of frames, together all frames of the job, none
   *     of which reaches across the end of a window
   * @return the influences, {@code [run][window]}, without unit
   */
  double[][] influences(int[] frames);
}
