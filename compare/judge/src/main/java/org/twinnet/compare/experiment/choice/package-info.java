/**
 * The choices of an experiment, a type a kind: activation, loss, penalty, optimizer and the others. Depends on
 * {@code experiment.setting} and on the kinds of targets of {@code data}; everything in the comparison may depend on
 * it.
 */
package org.twinnet.compare.experiment.choice;
