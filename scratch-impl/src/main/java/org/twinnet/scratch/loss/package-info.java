/**
 * The cost, the losses and their gradients at the output. Depends on matrices and activations only; used by the network
 * and by training.
 */
package org.twinnet.scratch.loss;
