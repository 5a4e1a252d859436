package nabla.language;

import java.math.BigInteger;
import java.util.List;
import nabla.language.Tree.Expression;
import org.antlr.v4.runtime.Token;

/** Numbers as they are written. */
final class Numerals {
    private Numerals() {}

    /**
     * The number a token writes. Hexadecimal and binary digits write an unsigned integer of the least class with room
     * for them, {@code 0x1F} is {@code uint8(31)}, unless a suffix names the class: {@code 0x1Fs16} is {@code int16(31)}.
     */
    static Expression read(Token token) {
        Tree.Position at = Refusal.position(token);
        String text = token.getText();
        if (text.indexOf('_') >= 0) text = text.replace("_", "");
        char second = text.length() > 1 ? text.charAt(1) : ' ';
        if (second == 'x' || second == 'X') return integer(at, text.substring(2), 16);
        if (second == 'b' || second == 'B') return integer(at, text.substring(2), 2);
        char last = text.charAt(text.length() - 1);
        boolean imaginary = last == 'i' || last == 'j' || last == 'I' || last == 'J';
        if (imaginary) text = text.substring(0, text.length() - 1);
        double value = Double.parseDouble(text.replace('d', 'e').replace('D', 'e'));
        return new Tree.Number(at, value, imaginary, token.getText());
    }

    private static Expression integer(Tree.Position at, String digitsAndSize, int radix) {
        int size = Math.max(digitsAndSize.indexOf('s'), digitsAndSize.indexOf('u'));
        String digits = size < 0 ? digitsAndSize : digitsAndSize.substring(0, size);
        int bits = digits.length() * (radix == 16 ? 4 : 1);
        String type = bits <= 8 ? "uint8" : bits <= 16 ? "uint16" : bits <= 32 ? "uint32" : "uint64";
        if (size >= 0) {
            String width = digitsAndSize.substring(size + 1);
            type = (digitsAndSize.charAt(size) == 's' ? "int" : "uint") + width;
        }
        BigInteger value = new BigInteger(digits, radix);
        int width = Integer.parseInt(type.substring(type.indexOf('t') + 1));
        if (type.startsWith("int") && value.bitLength() == width) value = value.subtract(BigInteger.ONE.shiftLeft(width));
        Expression number = new Tree.Number(at, value.abs().doubleValue(), false, value.abs().toString());
        if (value.signum() < 0) number = new Tree.Prefix(at, "-", number);
        return new Tree.Paren(at, new Tree.Name(at, type), List.of(number));
    }
}
