package nabla.value;

import java.util.Arrays;

/** Deleting elements: single ones of a vector, whole slices of an array. */
final class Deletion {
    private Deletion() {}

    static Array delete(Array a, Value[] indices, String name) {
        if (indices.length == 0) throw Failure.of("invalid empty index list", "нужен хотя бы один индекс");
        Index[] ix = Indexing.read(indices, name);
        return ix.length == 1 ? elements(a, ix[0]) : slices(a, ix);
    }

    private static Array elements(Array a, Index ix) {
        if (ix.isColon()) return a.blank(0, 0);
        int n = a.numel();
        if (ix.extent() > n) throw outOfBound("A(I) = []", ix.extent(), n);
        if (ix.length(n) == 0) return kept(a);
        int[] left = complement(ix, n);
        boolean column = a.ndims() == 2 && a.columns() == 1 && a.rows() != 1;
        boolean row = a.ndims() == 2 && a.rows() == 1 || contiguous(ix, n - left.length);
        return a.gather(left, column || !row ? Dims.of(left.length, 1) : Dims.of(1, left.length));
    }

    private static boolean contiguous(Index ix, int deleted) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < ix.length(0); i++) least = Math.min(least, ix.at(i));
        return ix.extent() - least == deleted;
    }

    private static Array kept(Array a) {
        a.share();
        return a;
    }

    private static int[] complement(Index ix, int n) {
        boolean[] gone = new boolean[n];
        int left = n;
        for (int i = 0, m = ix.length(n); i < m; i++) {
            if (gone[ix.at(i)]) continue;
            gone[ix.at(i)] = true;
            left--;
        }
        int[] r = new int[left];
        for (int i = 0, k = 0; i < n; i++) if (!gone[i]) r[k++] = i;
        return r;
    }

    private static Array slices(Array a, Index[] ix) {
        int along = -1;
        for (int k = 0; k < ix.length; k++) {
            if (!ix[k].isColon() && ix[k].length(0) == 0) return kept(a);
            if (ix[k].isColon()) continue;
            if (along >= 0) {
                throw Failure.of(
                        "a null assignment can only have one non-colon index",
                        "удалять можно лишь целыми срезами: все индексы, кроме одного, — двоеточия");
            }
            along = k;
        }
        int[] d = Arrays.copyOf(a.dims(), Math.max(a.ndims(), ix.length));
        Arrays.fill(d, a.ndims(), d.length, 1);
        if (along < 0) {
            d[0] = 0;
            return a.blank(Dims.normal(d));
        }
        if (ix[along].extent() > d[along]) throw outOfBound("A(..,I,..) = []", ix[along].extent(), d[along]);
        Index[] keep = new Index[d.length];
        Arrays.fill(keep, Index.ALL);
        int[] left = complement(ix[along], d[along]);
        keep[along] = Index.at(left);
        int[] lengths = d.clone();
        lengths[along] = left.length;
        return a.gather(Indexing.positions(keep, lengths, d), Dims.normal(lengths));
    }

    private static Failure outOfBound(String what, long index, int bound) {
        return Failure.of(
                        "%s: index out of bounds: value %d out of bound %d",
                        "%s: индекс %d за границей %d",
                        what,
                        index,
                        bound)
                .id("Octave:index-out-of-bounds");
    }
}
