/**
 * The measurements' own command line. It may depend on every measurement and on the options and the {@code Program} of
 * {@code cli}; nothing depends on it.
 */
package org.twinnet.compare.bench.cli;
