/**
 * A whole comparison as one value: the ladders of some experiments, what their networks looked like, and what the
 * machine was tested for; and the effect of regularization over many seeds. It stands on all rooms of the judge that
 * train; the front door, tuning, reports and commands may depend on it.
 */
package org.twinnet.compare.comparison;
