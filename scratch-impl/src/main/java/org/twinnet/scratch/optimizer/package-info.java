/** How parameters move along their gradients. Depends on the network's parameters; used by training. */
package org.twinnet.scratch.optimizer;
