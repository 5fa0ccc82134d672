/**
 * Activation functions of DL4J's network, a row each: DL4J's own where it computes the formula, a class beside it where
 * it does not. Depends on ND4J only; the losses and {@code org.twinnet.dl4j} may depend on it.
 */
package org.twinnet.dl4j.activation;
