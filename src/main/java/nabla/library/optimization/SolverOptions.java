package nabla.library.optimization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nabla.library.Options;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Spelling;
import nabla.value.Value;

/** Which options act in which solver, under the names that its users know. */
final class SolverOptions {
    /** Read when a name is asked for: many runs name no option. */
    private static final class Tables {
        /** What every solver takes. */
        private static final String FOLLOWED = "Checkpoint Display FunValCheck MaxTime OutputFcn Plot PlotFcn UseParallel ";
        private static final String RUN = "MaxIter MaxFunEvals " + FOLLOWED;
        private static final String NEWER = "MaxIterations MaxFunctionEvaluations SpecifyObjectiveGradient " + FOLLOWED;
        private static final String OURS = "Gradient Target ";
        private static final String CONSTRAINED =
                NEWER + OURS + "OptimalityTolerance ConstraintTolerance SpecifyConstraintGradient Algorithm Trace ";
        private static final String SQUARES = NEWER + "StepTolerance FunctionTolerance Jacobian ";
        private static final String GLOBAL = "MaxFunctionEvaluations Seed Trace Target " + FOLLOWED;

        /** Older names of the same. */
        private static final List<String> OLDER =
                List.of("Generations", "GoalsExactAchieve", "GradConstr", "GradObj", "InitialPopulation", "InitialSwarm", "MaxFunEvals", "MaxIter", "MinAbsMax",
                        "OutputFcns", "PlotFcns", "StallGenLimit", "TimeLimit", "TolCon", "TolFun", "TolMesh", "TolX");

        private static final Map<String, List<String>> ACTING = new TreeMap<>();

        static {
            acting("fminbnd fzero", RUN + "TolX");
            acting("fminsearch", RUN + "Target TolX TolFun");
            acting("fminunc", NEWER + OURS + "OptimalityTolerance HessianFcn Hessian Algorithm");
            acting("fmincon", CONSTRAINED);
            acting("fminimax", CONSTRAINED + "AbsoluteMaxObjectiveCount");
            acting("fgoalattain", CONSTRAINED + "EqualityGoalCount");
            acting("fsolve", SQUARES);
            acting("lsqnonlin lsqcurvefit", SQUARES + "ConstraintTolerance SpecifyConstraintGradient ");
            acting("linprog quadprog lsqlin", "MaxIterations Display");
            acting("qp lsqnonneg pqpnonneg", "MaxIter");
            acting("intlinprog", "MaxNodes MaxTime Display");
            acting("patternsearch", GLOBAL + "MaxIterations InitialMeshSize MeshTolerance MeshExpansionFactor MeshContractionFactor ConstraintTolerance");
            acting("ga", GLOBAL + "PopulationSize EliteCount CrossoverFraction MaxGenerations MaxStallGenerations FunctionTolerance "
                    + "ConstraintTolerance FitnessLimit HybridFcn InitialPopulationMatrix");
            acting("particleswarm", GLOBAL + "MaxIterations SwarmSize InertiaRange SelfAdjustmentWeight SocialAdjustmentWeight MaxStallIterations "
                    + "FunctionTolerance ObjectiveLimit HybridFcn InitialSwarmMatrix");
            acting("simulannealbnd", GLOBAL + "MaxIterations InitialTemperature Cooling ObjectiveLimit HybridFcn");
        }

        /** Names of MATLAB's and Octave's that change no result here: taken in silence, so that their programs run. */
        private static final TreeSet<String> INERT = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        static {
            INERT.addAll(List.of(("AbsoluteGapTolerance AccelerateMesh AcceptanceFcn Algorithm AnnealingFcn AutoScaling BranchingRule Cache "
                    + "CheckGradients ComplexEqn ConstraintTolerance CreationFcn CrossoverFcn CutGeneration DerivativeCheck "
                    + "Diagnostics DiffMaxChange DiffMinChange Display FinDiffRelStep FinDiffType FiniteDifferenceStepSize "
                    + "FiniteDifferenceType FitnessScalingFcn FunctionTolerance FunValCheck HessianApproximation HessPattern "
                    + "Heuristics HonorBounds InitBarrierParam InitTrustRegionRadius IntegerTolerance JacobPattern LargeScale "
                    + "LPMaxIterations MaxPCGIter MaxProjCGIter MaxSQPIter MutationFcn NonlinearConstraintAlgorithm "
                    + "OptimalityTolerance PollMethod ReannealInterval RelativeGapTolerance RelLineSrchBnd ScaleMesh "
                    + "ScaleProblem SearchFcn Seed SelectionFcn Simplex StepTolerance SubproblemAlgorithm TemperatureFcn TolCon "
                    + "TolFun TolPCG TolX Trace TypicalX Updating UseCompletePoll UseParallel UseVectorized Vectorized").split(" ")));
        }

        private static void acting(String solvers, String names) {
            for (String s : solvers.split(" ")) ACTING.put(s, Stream.of(names.split(" +")).sorted(String.CASE_INSENSITIVE_ORDER).toList());
        }
    }

    private SolverOptions() {}

    static boolean knows(String solver) {
        return Tables.ACTING.containsKey(solver);
    }

    /** The names that act in a solver. */
    static List<String> of(String solver) {
        return Tables.ACTING.get(solver);
    }

    static Map<String, List<String>> all() {
        return Tables.ACTING;
    }

    /** The options among the arguments of a solver from a place on; a name that is neither acting nor inert is an error. */
    static Options read(String solver, Value[] arguments, int from) {
        if (!named(arguments, from)) return new Options(solver, arguments, from);
        List<Value> kept = new ArrayList<>();
        for (int k = from; k < arguments.length; k++) {
            boolean named = arguments[k] instanceof Char && k + 1 < arguments.length;
            if (!named) kept.add(arguments[k]);
            else if (!inert(solver, ((Char) arguments[k]).text())) kept.addAll(List.of(arguments[k], arguments[k + 1]));
            if (named) k++;
        }
        return new Options(solver, kept.toArray(new Value[0]), 0, of(solver).toArray(new String[0]));
    }

    private static boolean named(Value[] arguments, int from) {
        for (int k = from; k < arguments.length; k++) if (arguments[k] instanceof Char) return true;
        return false;
    }

    private static boolean inert(String solver, String name) {
        return Tables.INERT.contains(name) && !acts(solver, name);
    }

    private static boolean acts(String solver, String name) {
        return of(solver).stream().anyMatch(n -> Options.key(n).equals(Options.key(name)));
    }

    /** The name as the solver's users write it; an error when it is not among its options. */
    static String in(String solver, String name) {
        if (acts(solver, name) || Tables.INERT.contains(name)) return spelled(name);
        throw Failure.of("optimoptions: %s has no option '%s': there are %s%s", "optimoptions: у %s нет параметра '%s'; есть %s%s", solver, name,
                String.join(", ", of(solver)), Spelling.hint(name, of(solver)));
    }

    /** All names that some solver knows. */
    static TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Tables.INERT);
        names.addAll(Tables.OLDER);
        for (List<String> acting : Tables.ACTING.values()) names.addAll(acting);
        return names;
    }

    /** A known name as it is written, whatever the case and, where only one goes on like this, from its beginning; null for others. */
    static String spelled(String name) {
        TreeSet<String> names = names();
        if (names.contains(name)) return names.ceiling(name);
        List<String> longer = names.stream().filter(n -> n.regionMatches(true, 0, name, 0, name.length())).toList();
        return longer.stream().map(Options::key).distinct().count() == 1 ? Collections.min(longer, Comparator.comparing(String::length)) : null;
    }
}
