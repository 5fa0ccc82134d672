/**
 * Penalties on the weights, and on biases where that is wished. Depends on matrices only; used by the network and by
 * training.
 */
package org.twinnet.scratch.penalty;
