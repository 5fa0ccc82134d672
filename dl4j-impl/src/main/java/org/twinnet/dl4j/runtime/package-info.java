/**
 * ND4J started quietly, with one thread and with the caches of {@code org.twinnet.dl4j.engine}, and the proof that its
 * products are right on this machine. Depends on the engine only; networks and witnesses start it.
 */
package org.twinnet.dl4j.runtime;
