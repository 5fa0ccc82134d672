/**
 * A table as text: the records of a CSV file, its delimiter, what its columns are, and how numbers are told from names.
 * It knows no data set, and depends on {@code org.twinnet.data} for refusals alone.
 */
package org.twinnet.data.table;
