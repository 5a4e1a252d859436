/** Elementary functions and sums for long arrays: the same digits one by one or by the million, warm or cold, on any number of cores, with the processor's vectors or without. */
package nabla.kernel;
