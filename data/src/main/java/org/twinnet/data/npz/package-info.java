/**
 * NumPy's {@code .npz} and {@code .npy} files, read strictly and within limits.
 *
 * <p>{@link org.twinnet.data.npz.NpzArchive} gives named arrays; {@link org.twinnet.data.npz.NpyArray} is one of them.
 * An archive is either read whole and verified, checksums included, or refused with one line; what NumPy would unpickle
 * is refused before a byte of it is looked at. Data sets are read from here by {@code source}, traces by the module
 * {@code compare}. The package depends on {@code org.twinnet.data} and its {@code io} only.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The NPY format</a>
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">The zip format (APPNOTE.TXT)</a>
 */
package org.twinnet.data.npz;
