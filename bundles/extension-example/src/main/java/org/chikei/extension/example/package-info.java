/** A coordinate, a step and a result writer that come from outside. */
package org.chikei.extension.example;
