/**
 * What a study keeps: a folder with its settings as JSON and every finished candidate in an SQLite database, one
 * transaction a candidate, so that a killed process loses at most the candidates that it was training. May depend on
 * the words of {@code tuning} only.
 */
package org.twinnet.compare.tuning.study;
