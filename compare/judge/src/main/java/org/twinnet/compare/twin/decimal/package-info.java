/**
 * The hand-written network once more in forty decimal digits, which witnesses gradients. Depends on
 * {@code twin.witness} and on {@code twin.scratch} for first parameters, batches and masks.
 */
package org.twinnet.compare.twin.decimal;
