/**
 * What outputs mean and how they compare: labels, accuracy, R², confusion, and the rungs of predictions and of the
 * boundary. Depends on {@code agreement.floor}, the twins and {@code ladder}.
 */
package org.twinnet.compare.agreement.prediction;
