package nabla.library.algebra;

import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Arithmetic;
import nabla.value.Equality;
import nabla.value.Operator;
import nabla.value.Value;

/** The operators between elements under their names as functions. */
public final class Operators {
    private Operators() {}

    private static Value all(Operator op, Value a, Value b, Value[] more) {
        Value r = Arithmetic.binary(op, a, b);
        for (Value v : more) r = Arithmetic.binary(op, r, v);
        return r;
    }

    @Function(call = "r = plus(a, b)\nr = plus(a, b, ...)", en = "The sum: a + b as a function.", ru = "Сумма: a + b в виде функции.", examples = {"plus(1, 2)  % 3"})
    public static Value plus(Value a, Value b, Value... more) {
        return all(Operator.PLUS, a, b, more);
    }

    @Function(call = "r = times(a, b)\nr = times(a, b, ...)", en = "The product of elements: a .* b as a function.", ru = "Поэлементное произведение: a .* b в виде функции.", examples = {"times(2, [1 2])  % 2 4"})
    public static Value times(Value a, Value b, Value... more) {
        return all(Operator.TIMES, a, b, more);
    }

    @Function(call = "r = and(a, b)\nr = and(a, b, ...)", en = "Whether both are not 0: a & b as a function.", ru = "Верно ли, что оба не 0: a & b в виде функции.", examples = {"and(1, 0)  % 0"})
    public static Value and(Value a, Value b, Value... more) {
        return all(Operator.AND, a, b, more);
    }

    @Function(call = "r = or(a, b)\nr = or(a, b, ...)", en = "Whether one of them is not 0: a | b as a function.", ru = "Верно ли, что хоть один не 0: a | b в виде функции.", examples = {"or(1, 0)  % 1"})
    public static Value or(Value a, Value b, Value... more) {
        return all(Operator.OR, a, b, more);
    }

    @Function(call = "r = minus(a, b)", en = "The difference: a - b as a function.", ru = "Разность: a - b в виде функции.", examples = {"minus(3, 1)  % 2"})
    public static Value minus(Value a, Value b) {
        return Arithmetic.binary(Operator.MINUS, a, b);
    }

    @Function(call = "r = rdivide(a, b)", en = "The quotient of elements: a ./ b as a function.", ru = "Поэлементное частное: a ./ b в виде функции.", examples = {"rdivide(6, 3)  % 2"})
    public static Value rdivide(Value a, Value b) {
        return Arithmetic.binary(Operator.RIGHT_DIVIDE, a, b);
    }

    @Function(call = "r = ldivide(a, b)", en = "The quotient of elements b ./ a: a .\\ b as a function.", ru = "Поэлементное частное b ./ a: a .\\ b в виде функции.", examples = {"ldivide(3, 6)  % 2"})
    public static Value ldivide(Value a, Value b) {
        return Arithmetic.binary(Operator.LEFT_DIVIDE, a, b);
    }

    @Function(call = "r = power(a, b)", en = "The power of elements: a .^ b as a function.", ru = "Поэлементная степень: a .^ b в виде функции.", examples = {"power(2, 3)  % 8"})
    public static Value power(Value a, Value b) {
        return Arithmetic.binary(Operator.POWER, a, b);
    }

    @Function(call = "r = eq(a, b)", en = "Whether elements are equal: a == b as a function.", ru = "Равны ли элементы: a == b в виде функции.", examples = {"eq(1, [1 2])  % 1 0"})
    public static Value eq(Value a, Value b) {
        return Arithmetic.binary(Operator.EQ, a, b);
    }

    @Function(call = "r = ne(a, b)", en = "Whether elements differ: a != b as a function.", ru = "Различны ли элементы: a != b в виде функции.", examples = {"ne(1, 2)  % 1"})
    public static Value ne(Value a, Value b) {
        return Arithmetic.binary(Operator.NE, a, b);
    }

    @Function(call = "r = lt(a, b)", en = "Whether a is less: a < b as a function.", ru = "Меньше ли a: a < b в виде функции.", examples = {"lt(1, 2)  % 1"})
    public static Value lt(Value a, Value b) {
        return Arithmetic.binary(Operator.LT, a, b);
    }

    @Function(call = "r = le(a, b)", en = "Whether a is not greater: a <= b as a function.", ru = "Верно ли, что a не больше b: a <= b в виде функции.", examples = {"le(2, 2)  % 1"})
    public static Value le(Value a, Value b) {
        return Arithmetic.binary(Operator.LE, a, b);
    }

    @Function(call = "r = gt(a, b)", en = "Whether a is greater: a > b as a function.", ru = "Больше ли a: a > b в виде функции.", examples = {"gt(1, 2)  % 0"})
    public static Value gt(Value a, Value b) {
        return Arithmetic.binary(Operator.GT, a, b);
    }

    @Function(call = "r = ge(a, b)", en = "Whether a is not less: a >= b as a function.", ru = "Верно ли, что a не меньше b: a >= b в виде функции.", examples = {"ge(2, 2)  % 1"})
    public static Value ge(Value a, Value b) {
        return Arithmetic.binary(Operator.GE, a, b);
    }

    @Function(call = "r = not(a)", en = "Whether elements are 0: !a as a function.", ru = "Равны ли элементы 0: !a в виде функции.", examples = {"not(3)  % 0"})
    public static Value not(Value a) {
        return Arithmetic.unary(Operator.NOT, a);
    }

    @Function(call = "r = uminus(a)", en = "The opposite: -a as a function.", ru = "Противоположное: -a в виде функции.", examples = {"uminus(3)  % -3"})
    public static Value uminus(Value a) {
        return Arithmetic.unary(Operator.NEGATE, a);
    }

    @Function(call = "r = uplus(a)", en = "a itself: +a as a function.", ru = "Само a: +a в виде функции.", examples = {"uplus(3)  % 3"})
    public static Value uplus(Value a) {
        return Result.same(a);
    }

    @Function(call = "t = isequal(a, b, ...)", en = "Whether all arguments have equal sizes and elements; the classes of numbers do not matter.",
            ru = "Равны ли размеры и элементы всех аргументов; классы чисел не важны.", examples = {"isequal([1 2], [1 2])  % 1"})
    public static boolean isequal(Value a, Value b, Value... more) {
        if (!Equality.isequal(a, b)) return false;
        for (Value v : more) if (!Equality.isequal(a, v)) return false;
        return true;
    }

    @Function(call = "t = isequaln(a, b, ...)", en = "Whether all arguments have equal sizes and elements, NaN being equal to NaN.",
            ru = "Равны ли размеры и элементы всех аргументов, причём NaN равно NaN.", examples = {"isequaln([1 NaN], [1 NaN])  % 1"})
    public static boolean isequaln(Value a, Value b, Value... more) {
        if (!Equality.isequaln(a, b)) return false;
        for (Value v : more) if (!Equality.isequaln(a, v)) return false;
        return true;
    }

    @Function(call = "b = transpose(a)", en = "Rows become columns: a.' as a function.", ru = "Строки становятся столбцами: a.' в виде функции.", examples = {"transpose([1; 2])  % 1 2"})
    public static Value transpose(Value a) {
        return Arithmetic.unary(Operator.PLAIN_TRANSPOSE, a);
    }

    @Function(call = "b = ctranspose(a)", en = "Rows become columns, conjugated: a' as a function.", ru = "Строки становятся столбцами, с сопряжением: a' в виде функции.", examples = {"ctranspose([1; 2])  % 1 2"})
    public static Value ctranspose(Value a) {
        return Arithmetic.unary(Operator.TRANSPOSE, a);
    }
}
