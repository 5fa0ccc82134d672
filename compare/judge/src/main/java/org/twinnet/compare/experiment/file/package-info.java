/**
 * Experiments in files, JSON or YAML, the schema of the format, and the parameters that an experiment may start from.
 * It alone reads text into the tree of {@code experiment}; twins, commands, traces and the front door may depend on it.
 */
package org.twinnet.compare.experiment.file;
