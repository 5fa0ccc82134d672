/**
 * What a measurement of speed and memory says, as values and as JSON: contestants and how they are paired, their pace,
 * spread and memory. Depends on no other room of the bench; whoever measures or prints may use it.
 */
package org.twinnet.compare.bench.result;
