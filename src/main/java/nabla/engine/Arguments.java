package nabla.engine;

import java.util.ArrayList;
import nabla.value.Value;

/** Arguments whose number is known only when they have been evaluated. */
public final class Arguments {
    private final ArrayList<Value> list = new ArrayList<>();

    public void add(Value[] values) {
        for (Value v : values) list.add(v);
    }

    public Value[] toArray() {
        return list.toArray(new Value[0]);
    }
}
