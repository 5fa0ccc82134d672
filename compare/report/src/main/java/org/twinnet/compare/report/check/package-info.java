/**
 * The report of a check: writers that only render its model, as JSON, Markdown, JUnit XML and a page. It may depend on
 * {@code verdict} and on the report's shared parts; nothing of the command line.
 */
package org.twinnet.compare.report.check;
