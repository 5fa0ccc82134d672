package org.twinnet.compare.tuning;

/**
 * Where the examples of a study come from. What decides a study is their hash; this is how to find them again. Empty
 * texts stand for options that were not given.
 *
 * @param file file of the training examples; empty for the shipped ones
 * @param testFile file of the test examples
 * @param labelColumn name of the label's column
 * @param examplesAs {@code columns} or {@code rows}
 */
public record DataSource(String file, String testFile, String labelColumn, String examplesAs) {}
