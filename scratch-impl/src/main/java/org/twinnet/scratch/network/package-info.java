/**
 * The network itself: a list of layers, a loss and a penalty, forward and backward. Depends on the formulas; used by
 * initialization and training.
 */
package org.twinnet.scratch.network;
