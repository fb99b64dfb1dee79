/**
 * Collective variables: a value, a gradient, and second-order terms.
 *
 * <p>The shortest way to a coordinate of one's own is a {@link
 * org.chikei.api.coordinate.FramewiseVariable}:
 *
 * <pre>{@code
 * final class Height extends FramewiseVariable {
 *   Height(Point top, Point foot) {
 *     super("nm", List.of(top, foot));
 *   }
 *
 *   protected double evaluate(PointFrame frame, double[] gradient) {
 *     double z = frame.displacement(1, 0)[2];
 *     gradient[2] = 1;
 *     gradient[5] = -1;
 *     return z;
 *   }
 * }
 * }</pre>
 *
 * <p>and a {@link org.chikei.api.coordinate.CollectiveVariableProvider}, registered as a service,
 * that makes it. That is enough for G and for V<sub>m</sub>: the second-order terms are {@linkplain
 * org.chikei.api.coordinate.SecondOrder made from the gradient}. A coordinate for production
 * implements {@link org.chikei.api.coordinate.CollectiveVariable} itself, on columns, with its own
 * second-order terms. A function of other coordinates is a {@link
 * org.chikei.api.coordinate.CompositeVariable} and needs no atoms at all.
 */
@Export
@Version("0.1.0")
package org.chikei.api.coordinate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
