package nabla.value;

/** A function as a value: {@code @sin}, or an anonymous function with the variables it captured. */
public final class FunctionHandle extends Value {
    private static final int[] ONE = {1, 1};

    private final String text;
    private final boolean anonymous;
    private final Callable target;

    /**
     * @param text a name without {@code @}, or an anonymous function's text as {@code func2str} gives it
     */
    public FunctionHandle(String text, boolean anonymous, Callable target) {
        this.text = text;
        this.anonymous = anonymous;
        this.target = target;
    }

    public String text() {
        return text;
    }

    public boolean anonymous() {
        return anonymous;
    }

    public Callable target() {
        return target;
    }

    /** The first result for these arguments. */
    public Value apply(Value... arguments) {
        Value[] r = target.call(arguments, 1);
        if (r.length == 0 || r[0] == null) {
            throw Failure.of("%s returned no value", "%s не вернула значения", text);
        }
        return r[0];
    }

    @Override
    public int[] dims() {
        return ONE;
    }

    @Override
    public String className() {
        return "function_handle";
    }

    @Override
    public boolean isTrue() {
        throw Failure.of("a function handle is neither true nor false: call it", "функция не бывает истинной или ложной: вызовите её");
    }
}
