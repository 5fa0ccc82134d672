/**
 * A trace: what somebody's own network wrote down, read strictly and carried unchanged. It depends on the readers of
 * {@code data} and on the textbook's {@code Matrix} only; judging a trace is not its business.
 */
package org.twinnet.compare.trace;
