package nabla.engine;

/** A compiled unit; {@code byName}: its variables are seen by name, so its frame needs a workspace. */
record Unit(Code code, boolean byName) {}
