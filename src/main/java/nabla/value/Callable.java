package nabla.value;

/** Something that can be called with values: a compiled function, a library function, an anonymous function. */
public interface Callable {
    /**
     * Calls it.
     *
     * @param nargout how many results the caller wants; 0 for a call as a statement (a result is still taken for ans)
     * @return the results, at least {@code nargout} of them unless the function sets fewer (the caller then complains)
     */
    Value[] call(Value[] arguments, int nargout);
}
