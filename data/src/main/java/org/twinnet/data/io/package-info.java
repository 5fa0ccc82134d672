/**
 * Bytes within bounds: what every reader needs before it can trust a length that a file claims.
 *
 * <p>Only the readers in {@code npz} and {@code source} depend on this package. It depends on {@code org.twinnet.data}
 * for its exception and on the JDK.
 */
package org.twinnet.data.io;
