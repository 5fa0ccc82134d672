/**
 * The options of the command line: those made from the list of settings, those that commands share, what their values
 * may be, and what they are called. Depends on {@code text}; commands may use it, and the bench's own command line.
 */
package org.twinnet.compare.cli.options;
