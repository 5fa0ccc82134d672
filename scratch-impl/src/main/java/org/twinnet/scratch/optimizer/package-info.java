/**
 * How parameters move along their gradients: optimizers, their memory, learning rates. Depends on the parameters alone;
 * used by training.
 */
package org.twinnet.scratch.optimizer;
