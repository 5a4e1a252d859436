/**
 * Methods that look for a global minimum. All of them work on the unit {@link nabla.optim.global.Cube} their problem's box is mapped
 * to, take values only unless the function has a gradient of its own, and draw all chance from the run's seed.
 */
package nabla.optim.global;
