package nabla.language;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Statement;

/** Trees drawn in one line, every operation in parentheses, so that tests can say how a text is read. */
final class Sketch {
    private Sketch() {}

    static String of(String text) {
        return of(Reader.read(new Source("test", null, text), name -> name.equals("known")));
    }

    static String of(Reading reading) {
        if (reading instanceof Reading.Complete complete) return statements(complete.program().statements());
        if (reading instanceof Reading.Incomplete incomplete) return "incomplete " + incomplete.closing();
        Reading.Wrong wrong = (Reading.Wrong) reading;
        return "wrong " + wrong.at().line() + ":" + wrong.at().column();
    }

    private static String statements(List<Statement> statements) {
        List<String> texts = new ArrayList<>();
        for (Statement s : statements) texts.add(statement(s));
        return String.join(" ", texts);
    }

    private static String statement(Statement s) {
        if (s instanceof Tree.Evaluate e) return expression(e.expression()) + (e.printed() ? "," : ";");
        if (s instanceof Tree.Command c) return c.name() + c.words() + (c.printed() ? "," : ";");
        if (s instanceof Tree.If i) {
            StringBuilder text = new StringBuilder("if");
            for (Tree.Branch b : i.branches()) {
                text.append("(" + expression(b.condition()) + " ? " + statements(b.body()) + ")");
            }
            return text + "(" + statements(i.otherwise()) + ")";
        }
        if (s instanceof Tree.While w) return "while(" + expression(w.condition()) + " " + statements(w.body()) + ")";
        if (s instanceof Tree.DoUntil d) return "do(" + statements(d.body()) + " " + expression(d.condition()) + ")";
        if (s instanceof Tree.For f) {
            return "for(" + expression(f.target()) + " in " + expression(f.values()) + " " + statements(f.body()) + ")";
        }
        if (s instanceof Tree.Switch w) {
            StringBuilder text = new StringBuilder("switch(" + expression(w.subject()));
            for (Tree.Case c : w.cases()) {
                text.append(" ").append(expression(c.label())).append(": ").append(statements(c.body()));
            }
            return text + " else: " + statements(w.otherwise()) + ")";
        }
        if (s instanceof Tree.Try t) {
            return "try(" + statements(t.body()) + " " + t.error() + ": " + statements(t.handler()) + ")";
        }
        if (s instanceof Tree.Unwind u) return "unwind(" + statements(u.body()) + " / " + statements(u.cleanup()) + ")";
        if (s instanceof Tree.Declare d) return (d.global() ? "global" : "persistent") + parameters(d.names());
        if (s instanceof Tree.Define d) {
            Tree.Function f = d.function();
            String header = "function " + parameters(f.results()) + f.name() + parameters(f.parameters());
            return header + "{" + statements(f.body()) + "}";
        }
        return s.getClass().getSimpleName().toLowerCase();
    }

    private static String parameters(List<Tree.Parameter> parameters) {
        List<String> texts = new ArrayList<>();
        for (Tree.Parameter p : parameters) {
            texts.add(p.name() + (p.initial() == null ? "" : "=" + expression(p.initial())));
        }
        return "[" + String.join(" ", texts) + "]";
    }

    /** The text of an expression with every operation in parentheses. */
    static String expression(Expression e) {
        if (e instanceof Tree.Group g) return expression(g.inner());
        if (e instanceof Tree.Binary b) {
            return "(" + expression(b.left()) + " " + b.operator() + " " + expression(b.right()) + ")";
        }
        if (e instanceof Tree.ShortCircuit s) {
            return "(" + expression(s.left()) + (s.and() ? " && " : " || ") + expression(s.right()) + ")";
        }
        if (e instanceof Tree.Prefix p) return "(" + p.operator() + expression(p.operand()) + ")";
        if (e instanceof Tree.Transpose t) return "(" + expression(t.operand()) + t.operator() + ")";
        if (e instanceof Tree.Range r) {
            String step = r.step() == null ? "" : expression(r.step()) + ":";
            return "(" + expression(r.base()) + ":" + step + expression(r.limit()) + ")";
        }
        if (e instanceof Tree.Gradient g) return "(∇" + expression(g.operand()) + ")";
        if (e instanceof Tree.Paren p) return expression(p.target()) + "(" + list(p.arguments()) + ")";
        if (e instanceof Tree.Brace b) return expression(b.target()) + "{" + list(b.arguments()) + "}";
        if (e instanceof Tree.Field f) return expression(f.target()) + "." + f.name();
        if (e instanceof Tree.DynamicField f) return expression(f.target()) + ".(" + expression(f.name()) + ")";
        if (e instanceof Tree.Matrix m) return "[" + rows(m.rows()) + "]";
        if (e instanceof Tree.CellArray c) return "{" + rows(c.rows()) + "}";
        if (e instanceof Tree.Anonymous a) return "@" + parameters(a.parameters()) + expression(a.body());
        if (e instanceof Tree.Increment i) {
            String target = expression(i.target());
            return "(" + (i.prefix() ? i.operator() + target : target + i.operator()) + ")";
        }
        if (e instanceof Tree.Assign a) {
            String targets = list(a.targets());
            return (a.bracketed() ? "[" + targets + "]" : targets) + " " + a.operator() + " " + expression(a.value());
        }
        return Unparser.text(e);
    }

    private static String list(List<Expression> elements) {
        List<String> texts = new ArrayList<>();
        for (Expression e : elements) texts.add(expression(e));
        return String.join(", ", texts);
    }

    private static String rows(List<List<Expression>> rows) {
        List<String> texts = new ArrayList<>();
        for (List<Expression> row : rows) texts.add(list(row));
        return String.join("; ", texts);
    }
}
