/** Places and units in words. */
package org.chikei.landscape.words;
