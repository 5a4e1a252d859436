package nabla.console;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Failure;

/** What the command line asks for. */
record Options(Task task, String text, List<String> arguments, String figures) {
    enum Task {
        PROMPT,
        FILE,
        CODE,
        VERSION,
        HELP
    }

    /** Reads the command line by hand: a library for it would cost a tenth of the start. */
    static Options read(String[] a) {
        Task task = Task.PROMPT;
        String text = null;
        String figures = null;
        List<String> rest = new ArrayList<>();
        int i = 0;
        while (i < a.length && task == Task.PROMPT) {
            String s = a[i++];
            if (s.equals("--version") || s.equals("-v")) task = Task.VERSION;
            else if (s.equals("--help") || s.equals("-h")) task = Task.HELP;
            else if (s.equals("--figures")) figures = after(a, i++, s);
            else if (s.startsWith("--figures=")) figures = s.substring(10);
            else if (s.equals("-e") || s.equals("--eval")) {
                task = Task.CODE;
                text = after(a, i++, s);
            } else if (s.length() > 1 && s.charAt(0) == '-') {
                throw Failure.of(
                        "unknown option %s; nabla --help lists the options",
                        "нет параметра %s; список параметров покажет nabla --help", s);
            } else {
                task = Task.FILE;
                text = s;
            }
        }
        boolean open = task == Task.FILE || task == Task.CODE;
        for (; i < a.length; i++) {
            if (open && figures == null && a[i].equals("--figures")) figures = after(a, ++i, "--figures");
            else if (open && figures == null && a[i].startsWith("--figures=")) figures = a[i].substring(10);
            else rest.add(a[i]);
        }
        return new Options(task, text, rest, figures);
    }

    private static String after(String[] a, int i, String option) {
        if (i < a.length) return a[i];
        throw Failure.of("%s needs a value after it", "после %s нужно значение", option);
    }
}
