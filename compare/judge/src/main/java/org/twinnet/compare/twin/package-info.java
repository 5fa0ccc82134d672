/**
 * The networks in training behind one interface. Depends on the experiment; the twins themselves stand in
 * {@code twin.scratch} and {@code twin.dl4j}, and the judge sees a network only through the interface.
 */
package org.twinnet.compare.twin;
