/**
 * Measures of information for weights and for densities: a library of its own, which knows neither scripts nor consoles.
 *
 * <pre>{@code
 * Entropy.bits(new double[] {0.5, 0.25, 0.25});                                            // 1.5
 * Divergence.kullbackLeibler(new Normal(0, 1), new Normal(1, 2)).in(2);                    // 0.639 bits
 * Divergence.entropy(Density.of(x -> Math.exp(-x), 0, Double.POSITIVE_INFINITY)).nats();   // 1
 * new Joint(new double[] {0.5, 0.25, 0, 0.25}, 2).mutual(2);                               // x down, y across, by columns
 * PrefixCode.huffman(new double[] {0.5, 0.25, 0.25}).words();                              // 1, 01, 00
 * }</pre>
 *
 * <p>Methods that take a base divide by its logarithm: 2 gives bits, {@code Math.E} natural units; all others say in which unit they are.
 * Tables are stored by columns, samples are rows. What is wrong with an argument is a {@link nabla.entropy.Fault}, which names it.
 */
package nabla.entropy;
