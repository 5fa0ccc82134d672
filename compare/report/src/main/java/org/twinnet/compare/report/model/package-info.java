/**
 * A comparison in the words and numbers of {@code report.json}: the model, how it is made of results, and how it is
 * read again, from files of former versions too. Depends on the results of a comparison and on {@code kit}; the writers
 * of every report may use it.
 */
package org.twinnet.compare.report.model;
