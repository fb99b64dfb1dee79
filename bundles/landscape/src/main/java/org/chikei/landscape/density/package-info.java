/** The step {@code free-energy}: G(r). */
package org.chikei.landscape.density;
