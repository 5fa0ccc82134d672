package org.twinnet.data.npz;

/**
 * What an archive is to its reader, for messages.
 *
 * @param what such as {@code an .npz}
 * @param writers what writes archives that are read
 */
public record ZipKind(String what, String writers) {

    static final ZipKind NPZ = new ZipKind("an .npz", "numpy.savez and numpy.savez_compressed");
}
