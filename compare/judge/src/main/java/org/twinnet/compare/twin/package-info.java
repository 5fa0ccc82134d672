/**
 * The networks in training behind one interface. Depends on the experiment and on both implementations; the judge sees
 * a network only through it.
 */
package org.twinnet.compare.twin;
