package nabla.library.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** Variables in MAT files of level 5. */
public final class SavedMat {
    private SavedMat() {}

    public static void write(Path file, Map<String, Value> variables) {
        MatFile mat = Mat5.newMatFile();
        variables.forEach((name, v) -> mat.addArray(name, out(v)));
        try {
            Mat5.writeToFile(mat, file.toFile());
        } catch (IOException e) {
            throw Failure.of("save: unable to write file '%s'", "save: файл '%s' не записать", file);
        }
    }

    public static Map<String, Value> read(Path file) {
        Map<String, Value> all = new LinkedHashMap<>();
        try {
            for (MatFile.Entry e : Mat5.readFromFile(file.toFile()).getEntries()) all.put(e.getName(), in(e.getValue()));
        } catch (IOException e) {
            throw Failure.of("load: '%s' can't be read: %s", "load: '%s' не читается: %s", file, e.getMessage());
        }
        return all;
    }

    private static Array out(Value held) {
        Value v = Overloaded.ordinary(held);
        int[] d = v.dims();
        int n = v.numel();
        if (v instanceof Cell c) {
            us.hebi.matlab.mat.types.Cell r = Mat5.newCell(d);
            for (int i = 0; i < n; i++) r.set(i, out(c.get(i)));
            return r;
        }
        if (v instanceof Struct s) {
            us.hebi.matlab.mat.types.Struct r = Mat5.newStruct(d);
            for (String name : s.names()) for (int i = 0; i < n; i++) r.set(name, i, out(s.get(name, i)));
            return r;
        }
        if (v instanceof Char c) {
            us.hebi.matlab.mat.types.Char r = Mat5.newChar(d);
            for (int i = 0; i < n; i++) r.setChar(i, c.data()[i]);
            return r;
        }
        if (!(v instanceof Numeric x)) {
            throw Failure.of("save: a value of class %s can't be saved", "save: значение класса %s сохранить нельзя", v.className());
        }
        Matrix r = v instanceof Bool ? Mat5.newLogical(d)
                : x.isComplex() ? Mat5.newComplex(d, type(x)) : Mat5.newMatrix(d, type(x));
        for (int i = 0; i < n; i++) {
            if (v instanceof Bool b) r.setBoolean(i, b.data()[i]);
            else if (v instanceof Ints k) r.setLong(i, k.data()[i]);
            else r.setDouble(i, x.re(i));
            if (x.isComplex()) r.setImaginaryDouble(i, x.im(i));
        }
        return r;
    }

    private static MatlabType type(Numeric v) {
        if (v instanceof Ints i) {
            for (MatlabType t : MatlabType.values()) if (t.name().equalsIgnoreCase(i.type().label)) return t;
        }
        return v.isSingle() ? MatlabType.Single : MatlabType.Double;
    }

    private static Value in(Array a) {
        int[] d = Dims.normal(a.getDimensions());
        int n = a.getNumElements();
        if (a instanceof us.hebi.matlab.mat.types.Cell c) {
            Value[] r = new Value[n];
            for (int i = 0; i < n; i++) r[i] = in(c.get(i));
            return new Cell(r, d);
        }
        if (a instanceof us.hebi.matlab.mat.types.Struct s) {
            Struct r = Struct.array(d);
            for (String name : s.getFieldNames()) {
                r.addField(name);
                for (int i = 0; i < n; i++) r.put(name, i, in(s.get(name, i)));
            }
            return r;
        }
        if (a instanceof us.hebi.matlab.mat.types.Char c) {
            char[] r = new char[n];
            for (int i = 0; i < n; i++) r[i] = c.getChar(i);
            return new Char(r, false, d);
        }
        if (a instanceof Matrix m) return matrix(m, d, n);
        throw Failure.of("load: arrays of class %s are not supported", "load: массивы класса %s не поддерживаются", a.getType());
    }

    private static Value matrix(Matrix m, int[] d, int n) {
        if (m.isLogical()) {
            boolean[] r = new boolean[n];
            for (int i = 0; i < n; i++) r[i] = m.getBoolean(i);
            return new Bool(r, d);
        }
        IntType t = IntType.named(m.getType().name().toLowerCase(java.util.Locale.ROOT));
        if (t != null) {
            long[] r = new long[n];
            for (int i = 0; i < n; i++) r[i] = m.getLong(i);
            return new Ints(t, r, d);
        }
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = m.getDouble(i);
            if (m.isComplex()) im[i] = m.getImaginaryDouble(i);
        }
        boolean single = m.getType() == MatlabType.Single;
        return m.isComplex() ? new Complex(single, re, im, d) : new Real(single, re, d);
    }
}
