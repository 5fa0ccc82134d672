/**
 * A model of DL4J that somebody made, held against the experiment that it is a port of. Start at
 * {@link org.twinnet.compare.move.port.PortCheck}.
 *
 * <p>Each class of the room holds one part of a configuration against the experiment, and names what differs by the
 * mistake that makes the difference ({@code PortMistake}), with the line of configuration that mends it.
 */
package org.twinnet.compare.move.port;
