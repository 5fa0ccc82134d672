/**
 * What a trace says of a network that is moved: what it is, its examples, its parameters, and what its training came
 * to. Start at {@link org.twinnet.compare.move.trace.OriginalTrace}.
 */
package org.twinnet.compare.move.trace;
