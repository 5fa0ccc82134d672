package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.data.InvalidDataException;

class ProofJsonTest {

    private static final String TEXT = ProofJson.write(TuneReports.disagreeing());

    @Test
    void should_read_what_it_wrote() {
        assertEquals(TuneReports.proof(), ProofJson.read(ProofJson.write(TuneReports.proof())));
        assertEquals(TuneReports.disagreeing(), ProofJson.read(TEXT));
        TuneReport.Proof bare = new TuneReport.Proof(3, null, List.of(), List.of());
        assertEquals(bare, ProofJson.read(ProofJson.write(bare)));
        assertFalse(TEXT.contains("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"winner\":12 | \"winner\":-1 | /winner",
                "\"winner\":12 | \"winner\":null | /winner",
                "\"winner\":12 | \"winner\":12,\"winner\":13 | uplicate",
                "\"winner\":12 | \"loser\":12 | winner",
                "\"trainings\":15 | \"trainings\":\"15\" | /contenders/0/trainings",
                "\"verdict\":\"agree\" | \"verdict\":\"fine\" | /twins/0/verdict",
                "\"size\":60 | \"size\":61 | twins of 'winner'",
                "\"plane\":{ | \"plane\":null,\"plan\":{ | plan",
            })
    void should_refuse_what_is_damaged_in_one_line(String from, String to, String where) {
        String damaged = TEXT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertFalse(damaged.equals(TEXT));
        String message = assertThrows(InvalidDataException.class, () -> ProofJson.read(damaged))
                .getMessage();
        assertTrue(message.startsWith("proof: ") && message.contains(where) && !message.contains("\n"), message);
    }

    @Test
    void should_refuse_what_is_no_json() {
        for (String text : List.of("", "{", "[]", "null", TEXT + "{}")) {
            assertThrows(InvalidDataException.class, () -> ProofJson.read(text), text);
        }
    }
}
