/**
 * Models whose answers are known: {@link org.chikei.models.dynamics} moves them in time, {@link
 * org.chikei.models.sampling} draws their states.
 */
package org.chikei.models;
