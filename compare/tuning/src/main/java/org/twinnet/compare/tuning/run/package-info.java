/**
 * Runs studies: {@code Tuner} lets a search propose, scores and keeps every result; {@code Prover} trains what the
 * results are held against. The only part of tuning that trains twins by {@code agreement} and {@code evolution}.
 */
package org.twinnet.compare.tuning.run;
