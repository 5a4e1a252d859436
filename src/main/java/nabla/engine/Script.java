package nabla.engine;

import nabla.language.Tree;
import nabla.value.Callable;
import nabla.value.Value;

/** A file of statements: called by its name it runs in the caller's variables. */
final class Script implements Callable {
    private final Engine engine;
    final Tree.Program program;

    Script(Engine engine, Tree.Program program) {
        this.engine = engine;
        this.program = program;
    }

    @Override
    public Value[] call(Value[] arguments, int nargout) {
        engine.runScript(program, engine.current());
        return new Value[0];
    }
}
