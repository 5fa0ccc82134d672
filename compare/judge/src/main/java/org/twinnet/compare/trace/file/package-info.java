/**
 * Reads a trace from its file, strictly: whatever the format does not define is refused by name. Depends on
 * {@code trace}, whose values it makes, on experiments and on the reader of archives; used by whoever opens a trace.
 */
package org.twinnet.compare.trace.file;
