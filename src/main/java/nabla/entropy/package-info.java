/** Measures of information for weights and for densities: a library of its own, which knows neither scripts nor consoles. */
package nabla.entropy;
