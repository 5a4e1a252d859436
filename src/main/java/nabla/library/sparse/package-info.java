/** Sparse matrices as values of the language: what is done on their elements alone, and everything else by way of full ones. */
package nabla.library.sparse;
