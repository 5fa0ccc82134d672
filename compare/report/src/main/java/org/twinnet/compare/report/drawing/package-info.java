/**
 * A canvas for pictures of any report, its axes and its colours. Depends on {@code kit} at most; whoever paints may use
 * it.
 */
package org.twinnet.compare.report.drawing;
