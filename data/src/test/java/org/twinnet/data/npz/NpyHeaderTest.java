package org.twinnet.data.npz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTest {

    private static final byte[] SIX = new byte[48];

    private static NpyArray parse(byte[] bytes) {
        return NpyFormat.parse(bytes, 1000, "place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)}      \n",
                "{\"shape\":(2,3,),\"fortran_order\":False,\"descr\":\"<f8\"}",
                " { 'fortran_order' : True , 'descr' : '>f8' , 'shape' : ( 2 , 3 ) } ",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (02, 3), }"
            })
    void should_read_the_dictionary_however_it_is_spaced(String header) {
        assertArrayEquals(new int[] {2, 3}, parse(NpzFiles.npy(header, SIX)).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "` `;'{' is expected",
                "x;'{' is expected",
                "{};needs the keys",
                "{'descr': '<f8', 'shape': (2, 3)};needs the keys",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3);'}' is expected",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)} 1;follows the closing brace",
                "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)};'descr' occurs twice",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), 'x': 1};unknown key 'x'",
                "{'descr': '<f8', 'fortran_order': false, 'shape': (2, 3)};must be True or False",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (2, 3)};must be True or False",
                "{'descr': '<f8', 'fortran_order': False, 'shape': [2, 3]};'(' is expected",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (6)};ends in a comma",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2 3)};tuple of lengths",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-2, 3)};whole numbers",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2.0, 3)};tuple of lengths",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (,)};whole numbers",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3L)};tuple of lengths",
                "{'descr': <f8, 'fortran_order': False, 'shape': (2, 3)};a string is expected",
                "{'descr': '<f8, 'fortran_order': False, 'shape': (2, 3)};place",
                "{'de\\x73cr': '<f8', 'fortran_order': False, 'shape': (2, 3)};a string is expected",
                "{'descr': '|O', 'fortran_order': False, 'shape': (2, 3)};pickle",
                "{'descr': 'O', 'fortran_order': False, 'shape': (2, 3)};pickle",
                "{'descr': '', 'fortran_order': False, 'shape': (2, 3)};element type ''",
                "{'descr': 'f8', 'fortran_order': False, 'shape': (2, 3)};element type 'f8'",
                "{'descr': '=f8', 'fortran_order': False, 'shape': (2, 3)};element type '=f8'",
                "{'descr': '|f8', 'fortran_order': False, 'shape': (2, 3)};element type '|f8'",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (2, 3)};element type '<f16'",
                "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (2, 3)};element type '<M8[ns]'",
                "{'descr': '|V8', 'fortran_order': False, 'shape': (2, 3)};element type '|V8'",
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (6,)};structured",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 4)};asks for 64",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (5,)};asks for 40",
                "{'descr': '<f8', 'fortran_order': False, 'shape': ()};asks for 8",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1001,)};more than 1000 elements",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1000, 1000)};more than 1000 elements",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1342177280,)};more than 1000 elements",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296)};more than 1000",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999999999999999,)};more than 1000",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 99999999999)};more than 1000 elements"
            })
    void should_refuse_any_other_header(String header, String reason) {
        assertRefused(() -> parse(NpzFiles.npy(header, SIX)), "place", reason);
    }

    @Test
    void should_refuse_a_rank_beyond_any_use() {
        String ones = "1, ".repeat(33);
        assertRefused(
                () -> parse(NpzFiles.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (" + ones + ")}", SIX)),
                "33 dimensions");
    }

    @Test
    void should_not_overflow_a_product_of_lengths_within_the_limit() {
        String many = "1000, ".repeat(30);
        assertRefused(
                () -> parse(NpzFiles.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (" + many + ")}", SIX)),
                "more than 1000 elements");
    }

    @Test
    void should_read_a_scalar_only_while_an_element_is_left() {
        byte[] scalar = NpzFiles.float64("()", 0.3);
        assertEquals(0.3, NpyFormat.parse(scalar, 1, "place").scalar());
        assertRefused(() -> NpyFormat.parse(scalar, 0, "place"), "more than 0 elements");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void should_read_the_longer_header_length_of_later_versions(int version) {
        byte[] text = "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] bytes = ByteBuffer.allocate(12 + text.length + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0})
                .putInt(text.length)
                .put(text)
                .put((byte) 200)
                .array();
        assertEquals(200.0, parse(bytes).scalar());
        bytes[11] = (byte) 0x80;
        assertRefused(() -> parse(bytes), "place", "claims 21474");
    }

    @Test
    void should_refuse_a_file_that_is_cut_off_anywhere() {
        byte[] whole = NpzFiles.float64("(2,)", 1, 2);
        assertArrayEquals(new double[] {1, 2}, parse(whole).values());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertRefused(() -> parse(cut), "place");
        }
        assertRefused(() -> parse(Arrays.copyOf(whole, whole.length + 1)), "17 bytes of elements", "asks for 16");
    }

    @Test
    void should_refuse_other_versions_and_other_files() {
        byte[] bytes = NpzFiles.float64("(1,)", 1);
        bytes[6] = 4;
        assertRefused(() -> parse(bytes), "version 4.0");
        bytes[0] = 'x';
        assertRefused(() -> parse(bytes), "not a NumPy array");
    }

    @Test
    void should_refuse_a_boolean_that_is_neither_0_nor_1() {
        byte[] bytes = NpzFiles.npy("{'descr': '|b1', 'fortran_order': False, 'shape': (3,)}", new byte[] {0, 1, 2});
        assertRefused(() -> parse(bytes), "element 3", "neither 0 nor 1");
    }

    @ParameterizedTest
    @CsvSource({"<i8,9007199254740993", "<i8,-9007199254740993", "<u8,9007199254740993", "<u8,-1"})
    void should_refuse_an_integer_that_a_double_would_change(String code, long value) {
        byte[] payload = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        byte[] bytes = NpzFiles.npy("{'descr': '" + code + "', 'fortran_order': False, 'shape': (1,)}", payload);
        assertRefused(() -> parse(bytes), "element 1", "±2^53");
    }
}
