/** Numbers, units and places in words. */
package org.chikei.landscape.words;
