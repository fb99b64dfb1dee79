/** The step {@code conditional-average}: ⟨F; r⟩, and drift landscapes. */
package org.chikei.landscape.average;
