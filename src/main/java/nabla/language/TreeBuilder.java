package nabla.language;

import static nabla.language.Refusal.position;
import static nabla.value.Lang.say;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Lang;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Parameter;
import nabla.language.Tree.Statement;
import nabla.language.grammar.NablaParser;
import nabla.language.grammar.NablaParser.*;
import nabla.language.grammar.NablaParserBaseVisitor;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse tree → the tree of a program. */
final class TreeBuilder extends NablaParserBaseVisitor<Statement> {
    private final Source source;
    private final HelpComments help;
    private final ExpressionBuilder expressions = new ExpressionBuilder();
    private boolean printed;
    private int loops;

    TreeBuilder(Source source, List<CommonToken> comments) {
        this.source = source;
        this.help = new HelpComments(comments);
    }

    Tree.Program program(ProgramContext context) {
        List<Statement> statements = block(context.block());
        return new Tree.Program(source, statements, help.first(statements));
    }

    private List<Statement> block(BlockContext context) {
        List<Statement> statements = new ArrayList<>();
        int n = context.getChildCount();
        for (int i = 0; i < n; i++) {
            if (!(context.getChild(i) instanceof StatementContext statement)) continue;
            Token after = ((ParserRuleContext) context.getChild(i + 1)).start;
            printed = after.getType() != NablaParser.SEMICOLON;
            statements.add(statement.accept(this));
        }
        return statements;
    }

    private Expression expression(ExpressionContext context) {
        return expressions.expression(context);
    }

    // ---- simple statements ---------------------------------------------------------------------------------------

    @Override
    public Statement visitEvaluate(EvaluateContext context) {
        return new Tree.Evaluate(position(context.start), expression(context.expression()), printed);
    }

    @Override
    public Statement visitCommand(CommandContext context) {
        List<String> words = new ArrayList<>();
        for (TerminalNode word : context.WORD()) words.add(word.getText());
        return new Tree.Command(position(context.start), context.start.getText(), words, printed);
    }

    @Override
    public Statement visitBreak(BreakContext context) {
        refuseOutsideLoop(context.start);
        return new Tree.Break(position(context.start));
    }

    @Override
    public Statement visitContinue(ContinueContext context) {
        refuseOutsideLoop(context.start);
        return new Tree.Continue(position(context.start));
    }

    private void refuseOutsideLoop(Token keyword) {
        if (loops > 0) return;
        throw new Refusal(keyword, keyword.getText()
                + say(" must stand inside a loop", " может стоять только внутри цикла"));
    }

    @Override
    public Statement visitReturn(ReturnContext context) {
        return new Tree.Return(position(context.start));
    }

    @Override
    public Statement visitDeclare(DeclareContext context) {
        List<Parameter> names = new ArrayList<>();
        for (DeclaredContext declared : context.declared()) {
            Expression initial = declared.expression() == null ? null : expression(declared.expression());
            names.add(new Parameter(position(declared.start), declared.ID().getText(), initial));
        }
        return new Tree.Declare(position(context.start), context.start.getType() == NablaParser.GLOBAL, names);
    }

    // ---- choices -------------------------------------------------------------------------------------------------

    @Override
    public Statement visitIf(IfContext context) {
        List<Tree.Branch> branches = new ArrayList<>();
        List<ExpressionContext> conditions = context.expression();
        List<TerminalNode> keywords = context.ELSEIF();
        List<BlockContext> blocks = context.block();
        for (int i = 0; i < conditions.size(); i++) {
            Token keyword = i == 0 ? context.start : keywords.get(i - 1).getSymbol();
            branches.add(new Tree.Branch(position(keyword), condition(conditions.get(i)), block(blocks.get(i))));
        }
        boolean otherwise = context.ELSE() != null;
        return new Tree.If(
                position(context.start), branches, otherwise ? block(context.block(conditions.size())) : List.of());
    }

    /** What is asked by if or while: an assignment there is a slip, unless it stands in parentheses. */
    private Expression condition(ExpressionContext context) {
        Expression e = expression(context);
        if (!(e instanceof Tree.Assign a) || !a.operator().equals("=")) return e;
        throw new Refusal(context.start, Lang.say(
                "= assigns here: write == to compare, or parentheses around the assignment",
                "здесь = присваивает: для сравнения пишите ==, а присваивание возьмите в скобки"));
    }

    @Override
    public Statement visitSwitch(SwitchContext context) {
        List<Tree.Case> cases = new ArrayList<>();
        for (ChoiceContext choice : context.choice()) {
            cases.add(new Tree.Case(position(choice.start), expression(choice.expression()), block(choice.block())));
        }
        return new Tree.Switch(
                position(context.start),
                expression(context.expression()),
                cases,
                context.OTHERWISE() == null ? List.of() : block(context.block()));
    }

    // ---- loops ---------------------------------------------------------------------------------------------------

    @Override
    public Statement visitWhile(WhileContext context) {
        return new Tree.While(position(context.start), condition(context.expression()), loop(context.block()));
    }

    private List<Statement> loop(BlockContext context) {
        loops++;
        List<Statement> body = block(context);
        loops--;
        return body;
    }

    @Override
    public Statement visitUntil(UntilContext context) {
        return new Tree.DoUntil(position(context.start), loop(context.block()), expression(context.expression()));
    }

    @Override
    public Statement visitFor(ForContext context) {
        Expression header = expression(context.expression(0));
        while (header instanceof Tree.Group group) header = group.inner();
        if (!(header instanceof Tree.Assign assign) || !assign.operator().equals("=")) throw noHeader(context);
        Expression target = assign.targets().get(0);
        if (assign.bracketed()) {
            if (assign.targets().size() != 2) throw noHeader(context);
            target = new Tree.Matrix(assign.at(), List.of(assign.targets()));
        }
        return new Tree.For(position(context.start), target, assign.value(), loop(context.block()));
    }

    private static Refusal noHeader(ForContext context) {
        return new Refusal(
                context.start, say("a for loop needs name = values", "циклу for нужна запись вида имя = значения"));
    }

    // ---- protection ----------------------------------------------------------------------------------------------

    /** A name alone on the line of {@code catch} receives the error; anything else there is the first statement. */
    @Override
    public Statement visitTry(TryContext context) {
        List<Statement> body = block(context.block(0));
        if (context.CATCH() == null) return new Tree.Try(position(context.start), body, null, List.of());
        List<Statement> handler = block(context.block(1));
        String error = null;
        BlockContext caught = context.block(1);
        boolean follows = caught.getChildCount() > 0 && caught.getChild(0) instanceof StatementContext;
        if (follows
                && handler.get(0) instanceof Tree.Evaluate first
                && first.expression() instanceof Tree.Name name
                && first.at().line() == context.CATCH().getSymbol().getLine()) {
            error = name.id();
            handler = handler.subList(1, handler.size());
        }
        return new Tree.Try(position(context.start), body, error, handler);
    }

    @Override
    public Statement visitUnwind(UnwindContext context) {
        return new Tree.Unwind(position(context.start), block(context.block(0)), block(context.block(1)));
    }

    // ---- functions -----------------------------------------------------------------------------------------------

    @Override
    public Statement visitDefine(DefineContext context) {
        List<Parameter> results = new ArrayList<>();
        if (context.results() != null) {
            for (TerminalNode result : context.results().ID()) {
                results.add(new Parameter(position(result.getSymbol()), result.getText(), null));
            }
        }
        int outside = loops;
        loops = 0;
        ArgumentsBlock arguments = new ArgumentsBlock(expressions, expressions.parameters(context.parameters()), context.declarations());
        List<Statement> body = new ArrayList<>(arguments.statements());
        body.addAll(block(context.block()));
        loops = outside;
        Tree.Function function = new Tree.Function(
                position(context.start),
                context.functionName().getText(),
                arguments.parameters(),
                results,
                body,
                help.of(context.start, lastOfHeader(context), firstOfBody(context)),
                position(context.stop));
        return new Tree.Define(position(context.start), function);
    }

    private static Token lastOfHeader(DefineContext context) {
        return context.RPAREN() == null ? context.functionName().stop : context.RPAREN().getSymbol();
    }

    private static Token firstOfBody(DefineContext context) {
        for (ParseTree child : context.block().children == null ? List.<ParseTree>of() : context.block().children) {
            if (child instanceof StatementContext statement) return statement.start;
        }
        return context.stop;
    }
}
