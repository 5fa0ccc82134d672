/**
 * The report of a study: one model, and writers that only render it, as a page, Markdown with pictures, JSON and CSV.
 * It may depend on {@code tuning} and on the report's shared parts; nothing of the command line.
 */
package org.twinnet.compare.report.tune;
