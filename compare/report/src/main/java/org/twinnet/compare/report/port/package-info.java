/**
 * The report of a model of DL4J that somebody made of a network: writers that only render its model, as JSON, Markdown,
 * JUnit XML and a page in both languages. Start at {@link org.twinnet.compare.report.port.PortWriter}.
 */
package org.twinnet.compare.report.port;
