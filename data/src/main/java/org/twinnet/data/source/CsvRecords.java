package org.twinnet.data.source;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.InputStreamInputSplit;
import org.datavec.api.writable.Writable;
import org.twinnet.data.InvalidDataException;

/**
 * The records of a CSV file: DataVec's {@link CSVRecordReader}, with every line checked before it reads it and every
 * record held against its line afterwards.
 *
 * <p>DataVec itself reports neither line numbers nor what it drops; see {@link CsvLine}.
 */
final class CsvRecords implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String source;
    private final BufferedReader lines;
    private final CSVRecordReader records;
    private int lineNumber;

    /**
     * One line of the file.
     *
     * @param place file and line, as messages call them
     * @param fields the fields without quotes and surrounding blanks
     */
    record Line(String place, List<String> fields) {}

    /** Records of UTF-8 text, with or without a byte order mark. */
    CsvRecords(String source, byte[] bytes) throws IOException {
        this.source = source;
        int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        this.lines = new BufferedReader(new StringReader(decode(source, bytes, start)));
        this.records = new CSVRecordReader();
        try {
            records.initialize(new InputStreamInputSplit(new ByteArrayInputStream(bytes, start, bytes.length - start)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && ByteBuffer.wrap(bytes, 0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    }

    private static String decode(String source, byte[] bytes, int start) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(source + ": is not UTF-8 text; save the table as CSV in UTF-8", e);
        }
    }

    /** The next record, or empty at the end; blank lines may stand at the end of the file only. */
    Optional<Line> next() throws IOException {
        String line = lines.readLine();
        lineNumber++;
        String place = source + ", line " + lineNumber;
        if (line == null) {
            return Optional.empty();
        }
        if (line.isBlank()) {
            if (lines.lines().anyMatch(later -> !later.isBlank())) {
                throw new InvalidDataException(place + ": is blank, but others follow; remove it");
            }
            return Optional.empty();
        }
        CsvLine.requirePlain(line, place);
        List<String> fields = records.next().stream().map(Writable::toString).toList();
        if (!String.join(",", fields).equals(line.replace("\"", ""))) {
            throw new InvalidDataException(
                    place + ": the parser did not return what the line says; write plain numbers "
                            + "separated by commas, without quotes");
        }
        return Optional.of(new Line(place, fields.stream().map(String::strip).toList()));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
