/**
 * What a comparison's networks look like: their decision boundaries on the way, their weights at the end, and the conventions in which they differ,
 * measured for the report. Facts only; nothing here decides whether the networks agree. May depend on agreement, boundary, twin and experiment;
 * used by the report and the command line.
 */
package org.twinnet.compare.portrait;
