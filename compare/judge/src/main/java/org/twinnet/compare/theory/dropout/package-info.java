/** Dropout, a chapter each way to drop. Depends on {@code theory} only. */
package org.twinnet.compare.theory.dropout;
