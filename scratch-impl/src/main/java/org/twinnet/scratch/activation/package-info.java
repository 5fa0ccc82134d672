/** Activations, each with its derivative. Depends on matrices only; used by the network. */
package org.twinnet.scratch.activation;
