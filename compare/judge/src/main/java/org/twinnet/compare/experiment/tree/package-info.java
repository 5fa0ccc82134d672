/**
 * An experiment as keys and values, read and written without knowing any setting by name: the tree of an experiment
 * file, its schema, flat keys and changes by them. Depends on {@code experiment} and its settings; files, options,
 * reports and tuning may depend on it.
 */
package org.twinnet.compare.experiment.tree;
