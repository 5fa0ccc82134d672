/** Penalties on the weights. Depends on matrices only; used by the network and by training. */
package org.twinnet.scratch.penalty;
