package dev.quarry.diff.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How a text is kept in bytes. Decoding and encoding again gives the same bytes.
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, ""),
    UTF_8_BOM("UTF-8 with BOM", StandardCharsets.UTF_8, "\uFEFF"),
    /// With a byte order mark; without one it cannot be told from a binary file.
    UTF_16LE("UTF-16 LE", StandardCharsets.UTF_16LE, "\uFEFF"),
    /// With a byte order mark.
    UTF_16BE("UTF-16 BE", StandardCharsets.UTF_16BE, "\uFEFF"),
    /// For what is no UTF-8. It may not be what was meant (another 8-bit encoding, say), but it maps every byte
    /// to one character and back, so what is not changed stays the same byte for byte.
    ISO_8859_1("ISO-8859-1", StandardCharsets.ISO_8859_1, "");

    /// As far as git looks for a zero byte to tell a binary file.
    private static final int BINARY_LOOK_BYTES = 8_000;

    private final String label;
    private final Charset charset;
    private final String mark;

    TextEncoding(String label, Charset charset, String mark) {
        this.label = label;
        this.charset = charset;
        this.mark = mark;
    }

    /// As it is shown to users.
    public String label() {
        return label;
    }

    /// The character set, without the byte order mark.
    public Charset charset() {
        return charset;
    }

    /// A text and how it was kept.
    record Decoded(TextEncoding encoding, String text) {}

    /// Finds out how a text is kept: by its byte order mark, else UTF-8 if that is what the bytes are.
    ///
    /// @throws NotTextException when this looks like something else
    static Decoded decode(byte[] bytes) throws NotTextException {
        for (var encoding : List.of(UTF_16LE, UTF_16BE)) {
            if (encoding.marks(bytes)) {
                try {
                    return withoutZero(new Decoded(encoding, encoding.text(bytes)));
                } catch (CharacterCodingException e) {
                    throw new NotTextException("begins like UTF-16 text but is none", e);
                }
            }
        }
        if (indexOfZero(bytes) >= 0) {
            throw new NotTextException("looks like a binary file", null);
        }
        var utf8 = UTF_8_BOM.marks(bytes) ? UTF_8_BOM : UTF_8;
        try {
            return new Decoded(utf8, utf8.text(bytes));
        } catch (CharacterCodingException _) {
            return new Decoded(ISO_8859_1, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static Decoded withoutZero(Decoded decoded) throws NotTextException {
        if (decoded.text().indexOf('\0') >= 0) {
            throw new NotTextException("looks like a binary file", null);
        }
        return decoded;
    }

    private static int indexOfZero(byte[] bytes) {
        for (var i = 0; i < Math.min(bytes.length, BINARY_LOOK_BYTES); i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean marks(byte[] bytes) {
        var bom = mark.getBytes(charset);
        return bytes.length >= bom.length && Arrays.equals(bom, 0, bom.length, bytes, 0, bom.length);
    }

    private String text(byte[] bytes) throws CharacterCodingException {
        var text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.substring(mark.length());
    }

    /// The bytes of a text, the byte order mark included.
    ///
    /// @throws CharacterCodingException when a character cannot be kept this way
    public byte[] encode(String text) throws CharacterCodingException {
        var encoded = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(mark + text));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /// Whether that text can be kept this way.
    boolean canEncode(String text) {
        return charset.newEncoder().canEncode(text);
    }
}
