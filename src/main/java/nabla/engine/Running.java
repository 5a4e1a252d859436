package nabla.engine;

import java.util.List;
import nabla.language.Tree;

/** A script under way, its first statements done or being done. */
final class Running {
    private final Engine engine;
    private final List<Tree.Statement> statements;
    private final Functions.Scope scope;
    private int at;

    Running(Engine engine, Tree.Program program, Functions.Scope scope) {
        this.engine = engine;
        this.statements = program.statements();
        this.scope = scope;
    }

    /** The next statement begins. */
    void step() {
        at++;
    }

    /** Defines the functions that stand further on. */
    void define() {
        for (Tree.Statement s : statements.subList(at, statements.size())) if (s instanceof Tree.Define d) engine.define(d.function(), scope);
    }
}
