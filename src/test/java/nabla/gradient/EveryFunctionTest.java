package nabla.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Real;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every function of the library, called with numbers: its gradient is what differences approach, or an error; never a silent zero. */
class EveryFunctionTest {
    /** They ask, wait, draw, touch files or the session, give other numbers each time, or round; and detach, whose gradient is 0. */
    private static final Set<String> LEFT_OUT = Set.of(("detach input keyboard pause paused resume stop exit quit clc home beep more edit system dos unix "
                    + "shell_cmd cd chdir copyfile delete mkdir movefile rename rmdir unlink ls dir save load saveas print exportgraphics fopen fclose run "
                    + "source eval evalc evalin clear clearvars path addpath rmpath genpath putenv setenv csvwrite dlmwrite tempname help doc lookfor lang "
                    + "type which who whos rand randn randi rande randg randp randperm rng sprand sprandn unifrnd normrnd exprnd gamrnd betarnd lognrnd wblrnd chi2rnd trnd frnd binornd poissrnd geornd nbinrnd unidrnd tic toc clock cputime now time etime date "
                    + "plot plot3 line scatter scatter3 semilogx semilogy loglog stairs stem errorbar image imagesc pcolor quiver area bar barh fill hist patch "
                    + "pie figure axis axes subplot surf surfc mesh meshc contour contour3 contourf annotation clf cla close clabel fplot fcontour fsurf "
                    + "histogram vectors tiledlayout nexttile xline yline title subtitle xlabel ylabel zlabel xlim ylim zlim xticks yticks zticks "
                    + "xticklabels yticklabels xtickangle text legend grid hold view camlight light lighting shading colormap colorbar caxis clim imshow box "
                    + "gcf gca sgtitle newplot refresh zoom pan rotate3d set get closereq drawnow gradflow regions klmap entropycurve vanish showGrad peaks triplot trimesh trisurf "
                    + "polar polarplot stem3 waterfall randsample mvnrnd discrete_rnd empirical_rnd kmeans ellipsoid surfl linkaxes waitbar findobj isprop peak basins fit train softmaxfit lrscan bootstrp format output_precision warning error rethrow fail disp display puts fputs fdisp "
                    + "printf fprintf magic single imhist")
            .split(" "));

    private static final List<String> CALLS = List.of("%s(x)", "%s(x, 2)", "%s(2, x)", "%s(x, [0.2 0.3 0.5])");

    private static final String PROBE = """
            1;
            function v = total(a)
              v = 0;
              if isnumeric(a)
                a = real(double(a(:)));
                v = sum(a.*cos(1:numel(a))(:));
              end
            end
            function d = slopes(f, x)
              d = zeros(size(x));
              for k = 1:numel(x)
                h = 1e-3*((1:numel(x)) == k);
                for j = 1:3, d(k) = d(k) + [45 -9 1](j)*(f(x + j*h) - f(x - j*h))/0.06; end
              end
            end
            function probe(name, f, x)
              global wrong right
              try
                d = slopes(f, x);
              catch
                return  % the function does not take such arguments
              end
              if any(isnan(d)), return, end
              try
                g = grad(f, x);
              catch e
                if ~strcmp(e.identifier, 'nabla:not-differentiable'), wrong = [wrong ' ' name ': ' e.message]; end
                return
              end
              if max(abs(g - d)) > 1e-5*max(1, max(abs(d))), wrong = [wrong ' ' name]; else, right = right + any(d); end
            end
            global wrong right
            wrong = '';
            right = 0;
            warning off
            """;

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    @Test
    void gradientsAreWhatDifferencesApproachOrErrors() {
        Catalog catalog = new Catalog();
        Engine engine = new Engine(catalog, new PrintStream(new ByteArrayOutputStream()), Path.of("target"));
        engine.execute(new Source("probe", null, PROBE));
        List<String> failed = new ArrayList<>();
        for (String name : catalog.names().stream().sorted().toList()) {
            if (LEFT_OUT.contains(name) || !name.matches("\\w+")) continue;
            for (String call : CALLS) {
                String f = String.format(call, name);
                try {
                    for (String x : List.of("0.63", "[0.31 0.27 0.62]")) engine.execute(new Source("probe", null, "probe('" + f + "', @(x) total(" + f + "), " + x + ");"));
                } catch (Failure e) {
                    failed.add(f + ": " + e.getMessage());
                }
            }
        }
        assertEquals("", engine.baseWorkspace().get("wrong").toString());
        assertEquals(List.of(), failed);
        int right = (int) ((Real) engine.baseWorkspace().get("right")).re(0);
        assertTrue(right > 400, "only " + right + " gradients of functions that change");
    }

    @Test
    void aSilentZeroAndAnErrorOfAnotherKindAreReported() {
        Engine engine = new Engine(new Catalog(), new PrintStream(new ByteArrayOutputStream()), Path.of("target"));
        engine.execute(new Source("probe", null, PROBE));
        engine.execute(new Source("probe", null, "probe('zero', @(x) detach(x)^2, 0.63); probe('odd', @odd, 0.63); probe('sin', @(x) sin(x), 0.63);"
                + "function y = odd(x), if isfollowed(x), error('odd indeed'), end, y = x; end"));
        assertEquals(" zero odd: odd indeed", engine.baseWorkspace().get("wrong").toString());
    }
}
