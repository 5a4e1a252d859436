package nabla.engine;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** A file of functions alone run as a program: its first function is called, with what the command line gives. */
record FunctionFile(Tree.Program program, Value[] arguments) {
    /** Calls the function as a statement would. */
    void call(Engine engine, Frame in) {
        Tree.Function f = first();
        List<Tree.Expression> given = new ArrayList<>();
        for (Value v : arguments) given.add(v instanceof Char c ? new Tree.Text(f.at(), c.text(), false) : new Tree.Number(f.at(), ((Real) v).re(0), false));
        Tree.Expression call = new Tree.Paren(f.at(), new Tree.Name(f.at(), f.name()), given);
        try {
            engine.runScript(new Tree.Program(program.source(), List.of(new Tree.Evaluate(f.at(), call, true)), ""), in);
        } catch (Failure e) {
            boolean few = f.parameters().size() > arguments.length && e.identifier().equals("Octave:undefined-function");
            throw few ? missing(engine, e) : e;
        }
    }

    private Tree.Function first() {
        return ((Tree.Define) program.statements().get(0)).function();
    }

    private Failure missing(Engine engine, Failure e) {
        List<String> names = new ArrayList<>();
        for (Tree.Parameter p : first().parameters()) names.add(p.name());
        String all = String.join(", ", names);
        Failure told = Failure.of(
                "%s; %s(%s) was called with %d arguments: give them after the file's name, nabla %s %s",
                "%s; %s(%s) вызвана с числом аргументов %d: укажите их после имени файла, nabla %s %s",
                e.getMessage(), first().name(), all, arguments.length, program.source().name(), all.replace(",", ""));
        engine.places.locate(e);
        told.places().addAll(e.places());
        return told.id(e.identifier());
    }
}
