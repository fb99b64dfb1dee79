/**
 * Results as CSV, JSON and HTML.
 *
 * <p>Each {@link org.chikei.api.result.ResultWriter} here is a component that turns a {@link
 * org.chikei.api.result.JobResult} into files of the folder it is given, and into nothing else. The
 * same result gives the same bytes: numbers are written by one formatter of its own, whatever the
 * locale. The figures of the report are drawn here as well, as SVG within the page.
 */
package org.chikei.report;
