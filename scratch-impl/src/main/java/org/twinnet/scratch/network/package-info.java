/**
 * The network itself: its shape, parameters, forward and backward pass. Depends on the formulas; used by initialization, the optimizer
 * and training.
 */
package org.twinnet.scratch.network;
