package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.compare.ladder.Status.AGREE;
import static org.twinnet.compare.ladder.Status.DISAGREE;
import static org.twinnet.compare.ladder.Status.INCONCLUSIVE;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;

@DisplayName("Joined outcomes")
class StatusTest {

    @Test
    void should_agree_only_when_there_are_some_and_all_agree() {
        assertEquals(AGREE, Status.all(List.of(AGREE, AGREE)));
        assertEquals(INCONCLUSIVE, Status.all(List.of()));
        assertEquals(INCONCLUSIVE, Status.all(List.of(AGREE, INCONCLUSIVE)));
    }

    @Test
    void should_disagree_when_one_does_whatever_the_others_say() {
        assertEquals(DISAGREE, Status.all(List.of(AGREE, DISAGREE, INCONCLUSIVE)));
    }

    @Test
    void should_be_written_in_lower_case() {
        assertEquals(
                List.of("agree", "disagree", "inconclusive"),
                Arrays.stream(Status.values()).map(Status::label).toList());
    }
}
