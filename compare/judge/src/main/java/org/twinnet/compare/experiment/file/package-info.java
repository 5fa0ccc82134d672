/**
 * Experiments in files, JSON or YAML, and the schema of the format. It alone reads text into the tree of
 * {@code experiment}; commands, traces and the front door may depend on it.
 */
package org.twinnet.compare.experiment.file;
