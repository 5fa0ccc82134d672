/**
 * The same network once more, as a graph that SameDiff differentiates automatically. Depends on the settings of
 * {@code org.twinnet.dl4j}; nothing there depends on it.
 */
package org.twinnet.dl4j.witness;
