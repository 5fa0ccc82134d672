/**
 * Losses of DL4J's network: a row each, and a class where DL4J's own clips or averages otherwise. Depends on ND4J and
 * on the activations; {@code org.twinnet.dl4j} may depend on it.
 */
package org.twinnet.dl4j.loss;
