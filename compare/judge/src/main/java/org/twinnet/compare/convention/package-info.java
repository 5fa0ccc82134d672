/**
 * What DL4J does otherwise than the notebook, measured in the run at hand. Facts only; nothing here decides whether the
 * networks agree. May depend on agreement, twin and experiment; used by evolution and the report.
 */
package org.twinnet.compare.convention;
