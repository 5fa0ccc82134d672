package org.twinnet.data.table;

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
public final class CsvRecords implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String source;
    private final BufferedReader lines;
    private final CSVRecordReader records;
    private final char delimiter;
    private final int mostFeatures;
    private int lineNumber;

    /**
     * One line of the file.
     *
     * @param place file and line, as messages call them
     * @param fields the fields without quotes and surrounding blanks
     */
    public record Line(String place, List<String> fields) {

        /**
         * Copies the list.
         *
         * @param place file and line, as messages call them
         * @param fields the fields without quotes and surrounding blanks
         */
        public Line {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Records of UTF-8 text, with or without a byte order mark.
     *
     * @param source what messages begin with
     * @param bytes the file
     * @param delimiter what stands between two fields; empty means that the first lines tell
     * @param mostFeatures a line with more columns than these and a label is refused
     * @throws IOException if the parser cannot begin
     * @throws InvalidDataException if it is no text, or two delimiters may be meant
     */
    public CsvRecords(String source, byte[] bytes, Optional<Character> delimiter, int mostFeatures) throws IOException {
        this.source = source;
        this.mostFeatures = mostFeatures;
        int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        String text = decode(source, bytes, start);
        this.lines = new BufferedReader(new StringReader(text));
        this.delimiter = delimiter.orElseGet(() -> Delimiters.of(source, text));
        this.records = new CSVRecordReader(0, this.delimiter);
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

    /**
     * The next record.
     *
     * @return empty at the end; blank lines may stand at the end of the file only
     * @throws IOException if the parser fails
     * @throws InvalidDataException if the line is none that the parser returns unchanged
     */
    public Optional<Line> next() throws IOException {
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
        CsvLine.requirePlain(line, place, delimiter, mostFeatures);
        List<String> fields = records.next().stream().map(Writable::toString).toList();
        if (!String.join(String.valueOf(delimiter), fields).equals(line.replace("\"", ""))) {
            throw new InvalidDataException(
                    place + ": the parser did not return what the line says; write plain numbers " + "separated by "
                            + Delimiters.word(delimiter) + ", without quotes");
        }
        return Optional.of(new Line(place, fields.stream().map(String::strip).toList()));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
