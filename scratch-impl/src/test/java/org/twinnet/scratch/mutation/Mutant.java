package org.twinnet.scratch.mutation;

/**
 * One change that PIT made to the program, told apart without line numbers, so that an edit elsewhere in the file
 * leaves it the same.
 *
 * @param place class and method, such as {@code Matrix.copy}
 * @param change what was changed, in PIT's words
 * @param code the source line that it was changed on
 */
record Mutant(String place, String change, String code) {

    @Override
    public String toString() {
        return place + " | " + change + " | " + code;
    }
}
