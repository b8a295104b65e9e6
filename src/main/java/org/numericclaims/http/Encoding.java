package org.numericclaims.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The percent-encoding of an address: only what stands for UTF-8 is read, nothing is replaced by U+FFFD. */
final class Encoding {

    static final String MALFORMED = "malformed_encoding";
    static final String DETAIL = "Encode the characters of the address in UTF-8, each byte as % and two hex digits.";

    private static final int HEX = 16;

    private Encoding() {}

    static boolean isReadable(String encoded) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) != '%') {
                bytes.write(encoded.charAt(i));
                continue;
            }
            if (i + 2 >= encoded.length() || !isHex(encoded.charAt(i + 1)) || !isHex(encoded.charAt(i + 2))) {
                return false;
            }
            bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), HEX));
            i += 2;
        }
        return isUtf8(bytes.toByteArray());
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, HEX) >= 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
