/**
 * One step of training, written over chapters: affine map, normalization, activation, dropout, loss, penalty, clipping,
 * update, each number with its rounding bound. May depend on the chapters and on {@code experiment}, whose choices it
 * turns into chapters; sees neither twin.
 */
package org.twinnet.compare.theory.step;
