package nabla.library.files;

import java.util.List;

/** How the program was started: its name and the arguments after it. */
public record Started(String program, List<String> arguments) {}
