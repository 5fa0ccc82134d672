package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** What every refusal has in common: its type, and one printable line that names things. */
public final class Refusals {

    private Refusals() {}

    /** Runs what must be refused and checks that the message is one line that contains all the parts. */
    public static void assertRefused(Executable action, String... parts) {
        InvalidDataException refusal = assertThrows(InvalidDataException.class, action);
        assertOneLine(refusal);
        assertAll(Stream.of(parts)
                .map(part -> () -> assertTrue(
                        refusal.getMessage().contains(part),
                        () -> "'" + part + "' is missing from: " + refusal.getMessage())));
    }

    /** Checks that a message is one printable line. */
    public static void assertOneLine(InvalidDataException refusal) {
        String message = refusal.getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }
}
