package dev.quarterdeck.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that was probably meant. */
public final class NearWord {
    private NearWord() {}

    /** Of the known words, the one nearest to what was typed, if any is near. */
    public static Optional<String> of(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(2, typed.length() / 4))
                .min(Comparator.comparingInt((String word) -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(word -> word))
                .or(() -> known.stream()
                        .filter(word -> lower.length() > 3
                                && word.toLowerCase(Locale.ROOT).contains(lower))
                        .min(Comparator.comparingInt(String::length).thenComparing(word -> word)));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, swap);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
