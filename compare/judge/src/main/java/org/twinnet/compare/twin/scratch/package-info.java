/**
 * The hand-written network as a twin, also with its sums in another order, and its numbers that DL4J's network gets
 * too: first parameters, batches, masks. Depends on {@code twin} and on {@code scratch-impl}.
 */
package org.twinnet.compare.twin.scratch;
