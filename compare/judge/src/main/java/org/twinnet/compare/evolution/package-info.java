/**
 * What a comparison's networks look like: their decision boundaries on the way, and their weights at the end. Facts
 * only; nothing here decides whether the networks agree. May depend on convention, agreement, boundary, twin and
 * experiment; used by tuning, the report and the command line.
 */
package org.twinnet.compare.evolution;
