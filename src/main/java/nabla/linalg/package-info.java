/** Products, factorizations and decompositions of arrays, column-major, on EJML where it serves. */
package nabla.linalg;
