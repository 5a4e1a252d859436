package nabla.engine;

import nabla.value.Char;
import nabla.value.Real;
import nabla.value.Value;

/** Properties of what is drawn, by the numbers that name it: {@code h.Color} is {@code get(h, 'Color')}. */
final class Handles {
    private Handles() {}

    /** Whether a value is the handle of something drawn; the frame is null where nothing is. */
    static boolean isHandle(Value v, Frame frame) {
        return frame != null && v instanceof Real r && r.numel() == 1 && frame.engine.standard("ishghandle").call(new Value[] {r}, 1)[0].isTrue();
    }

    static Value get(Value handle, String property, Frame frame) {
        return frame.engine.standard("get").call(new Value[] {handle, Char.of(property)}, 1)[0];
    }

    static void set(Value handle, String property, Value v, Frame frame) {
        frame.engine.standard("set").call(new Value[] {handle, Char.of(property), v}, 0);
    }
}
