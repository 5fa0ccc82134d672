/**
 * The report of a comparison: sentences, tables and pictures of its model, as a page, Markdown, JUnit XML and CSV.
 * Depends on {@code model}, {@code kit} and {@code drawing}; the command line uses it, and the report of a study does
 * for what it shows of twins.
 */
package org.twinnet.compare.report.comparison;
