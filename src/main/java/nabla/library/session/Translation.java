package nabla.library.session;

import nabla.library.Function;
import nabla.value.Lang;
import nabla.value.Value;

/** Words of scripts in the console's language. */
public final class Translation {
    private Translation() {}

    @Function(
            call = "s = tr(en, ru)",
            en = "Of one text in English and in Russian, the one in the console's language (see lang).",
            ru = "Из одного текста по-английски и по-русски — тот, что на языке консоли (см. lang).",
            examples = {"ischar(tr('step', 'шаг'))  % ans = 1"})
    public static Value tr(Value en, Value ru) {
        Value said = Lang.current() == Lang.RU ? ru : en;
        said.share();
        return said;
    }
}
