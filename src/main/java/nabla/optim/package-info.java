/** Minimization of functions of real variables: a library of its own, which knows neither scripts nor consoles. */
package nabla.optim;
