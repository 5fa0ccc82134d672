/**
 * What the tests measure with: rounding bounds, seeded examples, a gradient checker and a second, schoolbook backward
 * pass with faults to plant. Nothing here is part of the product.
 */
package org.twinnet.scratch.proof;
