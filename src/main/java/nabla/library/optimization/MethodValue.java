package nabla.library.optimization;

import nabla.optim.Method;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Value;

/** A method of minimization as scripts hold it: printed as it is called, passed to minimize. */
final class MethodValue implements Foreign.Named, Indexed {
    private final Method method;
    private final String text;

    private MethodValue(Method method, String text) {
        this.method = method;
        this.text = text;
    }

    /** @param text the call that makes it */
    static Foreign of(Method method, String text) {
        return new Foreign(new MethodValue(method, text));
    }

    Method method() {
        return method;
    }

    @Override
    public String className() {
        return "method";
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MethodValue m && method.equals(m.method);
    }

    @Override
    public int hashCode() {
        return method.hashCode();
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("a method is not called: pass it to minimize(f, x0, method)", "метод не вызывают: передайте его в minimize(f, x0, method)");
    }

    @Override
    public void set(Value[] indices, Value v) {
        throw Failure.of("a method cannot be changed: make a new one", "метод нельзя изменить: создайте новый");
    }

    @Override
    public Value property(String name) {
        return name.equals("name") ? Char.of(method.name()) : null;
    }

    @Override
    public Value[] method(String name, Value[] arguments, int nargout) {
        return null;
    }
}
