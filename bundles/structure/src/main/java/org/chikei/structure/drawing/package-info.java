/**
 * Drawings of molecules with atoms marked.
 *
 * <p>An {@link org.chikei.structure.drawing.Excerpt} picks the atoms to draw, as {@link
 * org.chikei.structure.drawing.Fragment}s; {@link org.chikei.structure.chemistry.BondOrders} tells
 * double bonds and charges where the structure has none; {@link
 * org.chikei.structure.drawing.FlatLayout} puts the skeleton into the plane with CDK and the
 * hydrogens around it; {@link org.chikei.structure.drawing.SvgWriter} draws. No window system, no
 * font and no image library takes part.
 */
package org.chikei.structure.drawing;
