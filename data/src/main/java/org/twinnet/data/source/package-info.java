/**
 * Data sets from files: CSV through DataVec, MATLAB's {@code .mat} through MFL, NumPy's {@code .npz} through our own
 * reader, and the set that comes with this project.
 *
 * <p>{@link org.twinnet.data.source.DataFiles} is the way in; it chooses the reader by the file's extension. Whatever
 * is wrong with a file becomes an {@link org.twinnet.data.InvalidDataException} of one line. DataVec and MFL are used
 * here and in {@code table}, and nowhere else; each stands behind checks of our own, because each accepts damaged input
 * silently (the readers say what). The package depends on {@code org.twinnet.data}, {@code io}, {@code npz} and
 * {@code table}.
 */
package org.twinnet.data.source;
