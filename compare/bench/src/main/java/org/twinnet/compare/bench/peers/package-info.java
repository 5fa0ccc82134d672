/**
 * PyTorch as a third party: it trains the same experiments with its own layers, losses and optimizers, and both
 * networks are held to its costs and outputs. May depend on the covering set and the judge.
 */
package org.twinnet.compare.bench.peers;
