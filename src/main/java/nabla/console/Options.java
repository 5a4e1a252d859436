package nabla.console;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Failure;

/**
 * What the command line asks for.
 *
 * @param figures the folder for figures, or null
 * @param screen where figures are shown, one of {@link #SCREENS}, or null for what suits the place
 */
record Options(Task task, String text, List<String> arguments, String figures, String screen) {
    static final List<String> SCREENS = List.of("window", "file", "sixel", "kitty", "iterm2");

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
        String screen = System.getenv("NABLA_SCREEN");
        List<String> rest = new ArrayList<>();
        int i = 0;
        while (i < a.length && task == Task.PROMPT) {
            String s = a[i++];
            if (s.equals("--version") || s.equals("-v")) task = Task.VERSION;
            else if (s.equals("--help") || s.equals("-h")) task = Task.HELP;
            else if (s.equals("--figures")) figures = after(a, i++, s);
            else if (s.startsWith("--figures=")) figures = s.substring(10);
            else if (s.equals("--screen")) screen = after(a, i++, s);
            else if (s.startsWith("--screen=")) screen = s.substring(9);
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
            else if (open && a[i].equals("--screen")) screen = after(a, ++i, "--screen");
            else if (open && a[i].startsWith("--screen=")) screen = a[i].substring(9);
            else rest.add(a[i]);
        }
        return new Options(task, text, rest, figures, known(screen));
    }

    private static String known(String screen) {
        if (screen == null || screen.isBlank() || screen.equals("auto")) return null;
        if (SCREENS.contains(screen)) return screen;
        throw Failure.of(
                "there is no screen %s; the screens are auto, %s",
                "нет экрана %s; экраны: auto, %s", screen, String.join(", ", SCREENS));
    }

    private static String after(String[] a, int i, String option) {
        if (i < a.length) return a[i];
        throw Failure.of("%s needs a value after it", "после %s нужно значение", option);
    }
}
