package nabla.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.language.Tree;
import nabla.value.Failure;

/** Finds where in the program a failure happened: generated classes number their positions as source lines. */
final class Places {
    private record Table(String function, String file, List<Tree.Position> positions) {}

    private final Map<String, Table> tables = new HashMap<>();

    void register(String className, String function, String file, List<Tree.Position> positions) {
        tables.put(className, new Table(function, file, positions));
    }

    /** Fills in the failure's places from its stack trace, unless that has been done. */
    void locate(Failure f) {
        if (!f.places().isEmpty()) return;
        for (StackTraceElement e : f.getStackTrace()) {
            Table t = tables.get(e.getClassName());
            int k = e.getLineNumber() - 1;
            if (t == null || k < 0 || k >= t.positions.size()) continue;
            Tree.Position p = t.positions.get(k);
            f.places().add(new Failure.Place(t.file, t.function, p.line(), p.column()));
        }
    }
}
