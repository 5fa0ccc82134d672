/**
 * Models that DL4J saved, read without DL4J: a zip of a configuration in JSON and of arrays in ND4J's binary form.
 * Start at {@link org.twinnet.compare.move.model.ModelZip}.
 *
 * <p>Such a file comes from anybody. Nothing in it is deserialized, no class that it names is loaded, every size is
 * bounded before memory is taken, and every name of a class must be one of {@code ModelTypes}.
 */
package org.twinnet.compare.move.model;
