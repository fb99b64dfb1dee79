/** Results as CSV, JSON and HTML. */
package org.chikei.report;
