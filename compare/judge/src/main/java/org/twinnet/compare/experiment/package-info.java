/**
 * What is trained, in words that belong to neither twin: the experiment, its layers, the published scenarios, names of
 * parameters. Its choices stand in {@code experiment.choice}; its keys and values in {@code experiment.tree}.
 * Everything in the comparison may depend on it; it depends on nothing but its choices.
 */
package org.twinnet.compare.experiment;
