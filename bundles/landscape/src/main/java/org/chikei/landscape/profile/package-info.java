/** Landscapes along one coordinate: every curve with its errors, and the test of condition (21). */
package org.chikei.landscape.profile;
