package nabla.value;

/** Integers, truth values: two blanks before each field, the field as wide as the longest number (the lowest of a class has no say). */
final class IntegerLayout extends Layout {
    private final Numeric a;
    private final int width;
    private final boolean bank;

    IntegerLayout(Numeric a, Format f) {
        this.a = a;
        this.bank = f.style() == Format.Style.BANK;
        int digits = 0;
        boolean negative = false;
        for (int i = 0, n = a.numel(); i < n; i++) {
            if (a instanceof Ints v && v.type().signed && v.data()[i] == v.type().min()) continue;
            String s = text(i);
            boolean minus = s.charAt(0) == '-';
            negative |= minus;
            if (!s.equals("0")) digits = Math.max(digits, s.length() - (minus ? 1 : 0));
        }
        this.width = digits + (negative ? 1 : 0);
    }

    private String text(int i) {
        String s = a instanceof Ints n ? n.type().text(n.data()[i]) : a.re(i) == 0 ? "0" : "1";
        return bank ? s + ".00" : s;
    }

    @Override
    int columnWidth() {
        return width + 2;
    }

    @Override
    void column(StringBuilder out, int i) {
        out.append("  ");
        Decimal.pad(out, text(i), width);
    }

    @Override
    String scalar() {
        return text(0);
    }
}
