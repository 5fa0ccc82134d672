/** The cost and its gradient at the output. Depends on matrices only; used by the network and by training. */
package org.twinnet.scratch.cost;
