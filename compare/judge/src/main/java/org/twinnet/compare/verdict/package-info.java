/**
 * What a check says of a trace, as values and as plain text: what an assertion's message needs and every report of a
 * check renders. It may depend on {@code check}, {@code diagnosis}, {@code trace} and {@code text}; reports, the
 * command line and the assertions use it.
 */
package org.twinnet.compare.verdict;
