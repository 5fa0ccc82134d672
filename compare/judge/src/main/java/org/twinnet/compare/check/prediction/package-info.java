/**
 * What a trace says that its network answers after training. Depends on the replay of a step and on the trace; the
 * judge of a trace and the diagnosis see it.
 */
package org.twinnet.compare.check.prediction;
