/** The training loop. Depends on the network and the optimizer; the top of the hand-written network. */
package org.twinnet.scratch.training;
