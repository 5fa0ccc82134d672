/**
 * How parameters move along their gradients: optimizers and their memory. Depends on the parameters alone; used by
 * training.
 */
package org.twinnet.scratch.optimizer;
