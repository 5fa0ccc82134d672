/**
 * The report of a check: one model, and writers that only render it, as JSON, Markdown, JUnit XML and a page. It may depend on {@code check},
 * {@code diagnosis} and on the report's shared parts; nothing of the command line.
 */
package org.twinnet.compare.report.check;
