package dev.quarterdeck.local;

import dev.quarterdeck.local.report.Words;

/** What people are told under a list: how much of it they see, and where nobody looked for more. */
final class ListRemark {
    private ListRemark() {}

    static String of(long shown, long all, long gaps, String which) {
        String count = shown < all
                ? "%s of %s: --limit shows more"
                        .formatted(Words.number(shown), Words.count(all, "resource", "resources"))
                : Words.count(all, "resource", "resources");
        return gaps == 0
                ? count
                : "%s; %s could not be looked at: %s says which"
                        .formatted(count, Words.count(gaps, "area", "areas"), which);
    }
}
