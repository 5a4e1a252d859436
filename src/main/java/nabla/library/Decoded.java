package nabla.library;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import nabla.value.Failure;

/**
 * Bytes of a file as text: the one door through which all that is read becomes characters. Bytes that are no text in the file's encoding
 * are taken one character each (Latin-1), so that nothing is lost.
 *
 * @param charset the one that the text was decoded with
 */
public record Decoded(String text, Charset charset) {
    /** The text of the bytes in this encoding. */
    public static Decoded of(byte[] bytes, Charset charset) {
        try {
            return new Decoded(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), charset);
        } catch (CharacterCodingException e) {
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    /** The text of a file whose encoding nobody told: UTF-8. */
    public static String utf8(byte[] bytes) {
        return of(bytes, StandardCharsets.UTF_8).text;
    }

    /** How many bytes the first characters take. */
    public int bytes(int characters) {
        return text.substring(0, characters).getBytes(charset).length;
    }

    /** The encoding of this name. */
    public static Charset named(String function, String name) {
        try {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "", "system", "native" -> StandardCharsets.UTF_8;
                case "latin1" -> StandardCharsets.ISO_8859_1;
                default -> Charset.forName(name);
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Failure.of("%s: there is no encoding '%s'; there are UTF-8, windows-1251, KOI8-R, ISO-8859-1, ...",
                    "%s: кодировки '%s' нет; есть UTF-8, windows-1251, KOI8-R, ISO-8859-1, …", function, name);
        }
    }
}
