/**
 * Expressions of variables: a parser, exact derivatives, and evaluation on columns.
 *
 * <p>An {@link org.chikei.coordinates.expression.Expression} is read once, differentiated as a
 * formula, and turned into straight lists of operations on columns in which every common
 * subexpression stands once, those of the derivatives included.
 */
package org.chikei.coordinates.expression;
