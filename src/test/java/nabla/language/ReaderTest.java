package nabla.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.value.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '`',
            textBlock =
                    """
            -2^2                    ⇒ (-(2 ^ 2)),
            2^-1                    ⇒ (2 ^ (-1)),
            2^-1^2                  ⇒ ((2 ^ (-1)) ^ 2),
            2^-x'                   ⇒ ((2 ^ (-x))'),
            -2.^2'                  ⇒ (-((2 .^ 2)')),
            !1==0                   ⇒ ((!1) == 0),
            -a*b                    ⇒ ((-a) * b),
            1:3+1                   ⇒ (1:(3 + 1)),
            a:b:c                   ⇒ (a:b:c),
            (a:b):c                 ⇒ ((a:b):c),
            1:3==1:3                ⇒ ((1:3) == (1:3)),
            a||b&&c|d&e             ⇒ (a || (b && (c | (d & e)))),
            a-b-c                   ⇒ ((a - b) - c),
            2^3^2                   ⇒ ((2 ^ 3) ^ 2),
            a^b(1).c                ⇒ (a ^ b(1).c),
            1./x                    ⇒ (1 ./ x),
            3.'                     ⇒ (3.'),
            b=a=3                   ⇒ b = a = 3,
            x**2~=3                 ⇒ ((x ^ 2) != 3),
            x'(1)                   ⇒ (x')(1),
            (1:3)(2)                ⇒ (1:3)(2),
            a.("x").y{3}(:,end)     ⇒ a.("x").y{3}(:, end),
            a.end.if = 1            ⇒ a.end.if = 1,
            ++x                     ⇒ (++x),
            x++;                    ⇒ (x++);
            --3                     ⇒ (-(-3)),
            x += 2                  ⇒ x += 2,
            known += 2              ⇒ known += 2,
            η*∇f(x₀)                ⇒ (η * (∇f)(x₀)),
            Δx = 1; длина = 2       ⇒ Δx = 1; длина = 2,
            """)
    void operationsBindAsTheLanguageSays(String text, String sketch) {
        assertEquals(sketch, Sketch.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '`',
            textBlock =
                    """
            [1 -2]                  ⇒ [1, (-2)]
            [1 - 2]                 ⇒ [(1 - 2)]
            [1 -2 + 3]              ⇒ [1, ((-2) + 3)]
            [x' -1]                 ⇒ [(x'), (-1)]
            [x ' -1']               ⇒ [x, ' -1']
            [x' x']                 ⇒ [(x'), (x')]
            [x ']']                 ⇒ [x, ']']
            {x', 'b'''}             ⇒ {(x'), 'b'''}
            [f (1)]                 ⇒ [f, 1]
            [f(1) (2)]              ⇒ [f(1), 2]
            c{1 -1}                 ⇒ c{(1 - 1)}
            {c {1}}                 ⇒ {c, {1}}
            x([1 end])              ⇒ x([1, end])
            [1 ~2 ~= 3]             ⇒ [1, ((!2) != 3)]
            [a.' b.^2 -c]           ⇒ [(a.'), (b .^ 2), (-c)]
            [1,2,;,3;]              ⇒ [1, 2; 3]
            {@sin @cos}             ⇒ {@sin, @cos}
            {@(x) x +1, 2}          ⇒ {@[x](x + 1), 2}
            [~,w] = f               ⇒ [~, w] = f
            [a b] = f               ⇒ [a, b] = f
            [1 ++x]                 ⇒ [1, (++x)]
            ['a''b' "say"]          ⇒ ['a''b', "say"]
            """)
    void blanksSeparateElementsWhereOneEndsAndAnotherStarts(String text, String sketch) {
        assertEquals(sketch + ",", Sketch.of(text));
    }

    @Test
    void aLineEndInBracketsIsARow() {
        assertEquals("a = [1, 2; 3, 4],", Sketch.of("a=[1 2 % c\n3 4]"));
        assertEquals("a = [1, 2, 3],", Sketch.of("a=[1 2 ... comment\n3]"));
        assertEquals("a = [1; 2],", Sketch.of("a=[1;\n% comment line\n2]"));
        assertEquals("f((1 + 2), 3);", Sketch.of("f(1 +\n2,\n3);"));
        assertEquals("[1, (-1)],", Sketch.of("[1 -...\n1]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '`',
            textBlock =
                    """
            hold on                         ⇒ hold[on],
            disp hello 'a b';               ⇒ disp[hello, a b];
            a -1                            ⇒ a[-1],
            known -1                        ⇒ (known - 1),
            a=5; a -1                       ⇒ a = 5; (a - 1),
            a - 1                           ⇒ (a - 1),
            a == 1                          ⇒ (a == 1),
            a (1)                           ⇒ a(1),
            a = 1                           ⇒ a = 1,
            cd ../x                         ⇒ cd[../x],
            cd /                            ⇒ cd[/],
            a ++;                           ⇒ (a++);
            if 1, hold on, end              ⇒ if(1 ? hold[on],)()
            if (1) disp y; end              ⇒ wrong 1:13
            try hold off, end               ⇒ try(hold[off], null: )
            a=1;;b=2,,c=3                   ⇒ a = 1; b = 2, c = 3,
            a=1 b=2                         ⇒ wrong 1:5
            if x<2 x=1; else x=9; end, x    ⇒ if((x < 2) ? x = 1;)(x = 9;) x,
            for (i=1:2) i, end              ⇒ for(i in (1:2) i,)
            for [v, k] = s, v; end          ⇒ for([v, k] in s v;)
            while 1 break; end              ⇒ while(1 break)
            do x++; until x>3               ⇒ do((x++); (x > 3))
            switch 'a' case {'a'} f; otherwise g, end ⇒ switch('a' {'a'}: f; else: g,)
            try f; catch e, g, end          ⇒ try(f; e: g,)
            try, f, catch disp('c'), end    ⇒ try(f, null: disp('c'),)
            unwind_protect f; unwind_protect_cleanup g; end_unwind_protect ⇒ unwind(f; / g;)
            global a b=2                    ⇒ global[a b=2]
            1;function r=g(x), r=x+1; end, g(2) ⇒ 1; function [r]g[x]{r = (x + 1);} g(2),
            function f(a, b=2, ~), end      ⇒ function []f[a b=2 ~]{}
            function [] = f () x=1; end     ⇒ function []f[]{x = 1;}
            """)
    void statementsAreSeparatedAsTheLanguageAllows(String text, String sketch) {
        assertEquals(sketch, Sketch.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '`',
            textBlock =
                    """
            if x            ⇒ incomplete end
            do x++;         ⇒ incomplete until
            x = (1 +        ⇒ incomplete )
            x = [1 2        ⇒ incomplete ]
            x = {1, 2       ⇒ incomplete }
            a = 1 + ...     ⇒ incomplete ...
            function f()    ⇒ incomplete end
            a='x'';         ⇒ wrong 1:3
            x = 1 + )       ⇒ wrong 1:9
            1 = 2           ⇒ wrong 1:3
            a=1:2:3:4       ⇒ wrong 1:8
            {@(x) x + 1 2}  ⇒ wrong 1:13
            break           ⇒ wrong 1:1
            disp don't      ⇒ wrong 1:6
            a=[1,,2]        ⇒ wrong 1:6
            a(~)            ⇒ wrong 1:3
            f=@() x=3       ⇒ wrong 1:8
            """)
    void anUnfinishedTextIsToldFromAWrongOne(String text, String sketch) {
        assertEquals(sketch, Sketch.of(text));
    }

    @Test
    void everySnippetIsReadOrRefusedAsByTheOracle() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (InputStream table = ReaderTest.class.getResourceAsStream("snippets.tsv")) {
            for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("#")) continue;
                String[] row = line.split("\t");
                String text = row[0].replace("\\\\", "\0").replace("\\n", "\n").replace('\0', '\\');
                Reading reading = Reader.read(new Source("t", null, text), name -> false);
                if (reading instanceof Reading.Complete != row[1].equals("reads")) wrong.add(line);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aBlockCommentIsSkippedAndMayNest() {
        assertEquals("a = 1,", Sketch.of("%{\nblock\n  #{\n inner\n  #}\n%}\na=1"));
        assertEquals("incomplete %}", Sketch.of("%{\nblock"));
    }

    @Test
    void functionsOfAFileMayLeaveOutTheirEnds() {
        Source file = new Source("f.m", Path.of("f.m"), "function f\nx=1;\nif x, g, end\nfunction g\ny=2;\n");
        assertEquals(
                "function []f[]{x = 1; if(x ? g,)()} function []g[]{y = 2;}",
                Sketch.of(Reader.read(file, name -> false)));
    }

    @Test
    void aMissingEndAmongFunctionsThatHaveEndsIsMissed() {
        Source file = new Source("f.m", Path.of("f.m"), "function f\nif x, g\nend\nfunction g\ny=2;\nend\n");
        assertEquals("incomplete end", Sketch.of(Reader.read(file, name -> false)));
    }

    @Test
    void aFunctionsHelpIsTheCommentsUnderItsFirstLineOrAboveIt() {
        String under = "function f(x)\n% adds one\n% and prints\n\n% a remark\ny=x;\nend";
        assertEquals(" adds one\n and prints\n", help(under));
        assertEquals(" adds one\n", help("%% adds one\nfunction f(x)\ny=x;\nend"));
        assertEquals("", help("function f(x)\ny=x;\n% a remark\nend"));
    }

    private static String help(String text) {
        Tree.Program program = ((Reading.Complete) Reader.read(new Source("t", null, text), name -> false)).program();
        return ((Tree.Define) program.statements().get(0)).function().help();
    }

    @Test
    void anErrorNamesWhatWasFoundAndWhatWasExpected() {
        Lang before = Lang.current();
        try {
            Lang.use(Lang.EN);
            assertEquals("parse error: found ')', expected a value", message("x = 1 + )"));
            assertEquals("the string is not closed before the end of the line", message("x = 'abc"));
            assertEquals("parse error: found 'b', expected the end of the statement", message("a=1 b=2"));
            Lang.use(Lang.RU);
            assertEquals("ошибка в записи: встретилось ')', ожидалось значение", message("x = 1 + )"));
        } finally {
            Lang.use(before);
        }
    }

    private static String message(String text) {
        Reading reading = Reader.read(new Source("t", null, text), name -> false);
        return assertInstanceOf(Reading.Wrong.class, reading).message();
    }

    @Test
    void deepNestingIsAnErrorNotACrash() {
        String deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);
        Reading reading = Reader.read(new Source("t", null, deep), name -> false);
        assertInstanceOf(Reading.Wrong.class, reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '`',
            textBlock =
                    """
            @(x) x.^2+1             ⇒ @(x) x .^ 2 + 1
            @(x,y=2) (x)            ⇒ @(x, y = 2) (x)
            @(x) @(y) x+y           ⇒ @(x) @(y)x + y
            @(x)f(x,1.50,1e-3)      ⇒ @(x) f (x, 1.50, 1e-3)
            @()[1 2;3 4]            ⇒ @() [1, 2; 3, 4]
            @(x) ~x.a'              ⇒ @(x) !x.a'
            @(x)[x(1) f(x(2))]      ⇒ @(x) [x(1), f(x (2))]
            [a(1),~]=f(b{2})        ⇒ [a(1), ~] = f (b {2})
            @(x) 1:2:x              ⇒ @(x) 1:2:x
            @(~,b) "a\\tb"           ⇒ @(~, b) "a\\tb"
            """)
    void anExpressionIsWrittenAsItIsShown(String text, String shown) {
        Tree.Program program = ((Reading.Complete) Reader.read(new Source("t", null, text), name -> false)).program();
        assertEquals(shown, Unparser.text(((Tree.Evaluate) program.statements().get(0)).expression()));
    }

    @Test
    void wordsAreFoundInAnyText() {
        String text = "if x, hold on, end % c";
        StringBuilder kinds = new StringBuilder();
        for (Tokens.Token t : Tokens.of(text, name -> false)) {
            kinds.append(t.kind().name().charAt(0)).append(t.start()).append(' ');
        }
        assertEquals("K0 N3 S4 C6 W11 S13 K15 C19 ", kinds.toString());
        assertTrue(Tokens.of("'abc ]] ) ∀ \"", name -> false).size() > 0);
    }
}
