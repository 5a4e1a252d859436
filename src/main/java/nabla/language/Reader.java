package nabla.language;

import java.util.List;
import java.util.function.Predicate;
import nabla.language.grammar.NablaParser;
import nabla.value.Lang;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads texts of the language into trees. */
public final class Reader {
    private Reader() {}

    /**
     * Reads a whole text. {@code isVariable} tells the names that hold values already: at a statement's start such a
     * name never begins a command. In a file functions may leave out their ends; at the console the end is waited for.
     */
    public static Reading read(Source source, Predicate<String> isVariable) {
        ContextLexer lexer = new ContextLexer(source.text(), isVariable);
        List<CommonToken> tokens = lexer.tokens();
        String missing = lexer.missing();
        boolean file = source.path() != null;
        if (missing != null && !(file && missing.equals("..."))) return new Reading.Incomplete(missing);
        if (file) tokens = FunctionEnds.close(tokens);
        try {
            NablaParser.ProgramContext program = parse(tokens);
            return new Reading.Complete(new TreeBuilder(source, lexer.comments()).program(program));
        } catch (FirstError.Stop stop) {
            return explain(stop, tokens);
        } catch (Refusal refusal) {
            return new Reading.Wrong(refusal.at(), refusal.getMessage());
        } catch (StackOverflowError e) {
            return new Reading.Wrong(
                    new Tree.Position(1, 1),
                    Lang.say(
                            "the text is nested too deeply: split it",
                            "слишком глубокая вложенность: разбейте текст на части"));
        }
    }

    /** The fast prediction suffices for every right text; the full one is asked before a text is called wrong. */
    private static NablaParser.ProgramContext parse(List<CommonToken> tokens) {
        NablaParser parser = new NablaParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstError());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return parser.program();
        } catch (FirstError.Stop stop) {
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            return parser.program();
        }
    }

    private static Reading explain(FirstError.Stop stop, List<CommonToken> tokens) {
        if (stop.found.getType() == Token.EOF) {
            String closing = OpenConstruct.closing(tokens);
            if (closing != null) return new Reading.Incomplete(closing);
        }
        return new Reading.Wrong(Refusal.position(stop.found), Complaint.about(stop.found, stop.expected));
    }
}
