package nabla.library;

import nabla.value.Value;

/**
 * The results of a function that may fail to do what it is for, as solvers do, and whose results say so: who asks for fewer of them
 * is told by a warning.
 *
 * @param flag which result tells of the failure, from 1
 * @param failure what went wrong, in words of the user's language; null when nothing did, or it has been said
 */
public record Verdict(Value[] results, int flag, String failure) {}
