package dev.quarterdeck.accounts;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What people say of an account: the name they know it by, whose it is, what it is for. */
public record Description(
        String name,
        Optional<String> owner,
        Environment environment,
        Optional<String> teamId,
        SortedMap<String, String> tags,
        Console console) {
    /** Rows of tags are written with the account, in one transaction of a hundred writes. */
    public static final int MOST_TAGS = 40;

    private static final int LONGEST = 128;
    private static final int LONGEST_VALUE = 256;

    public Description {
        check("name", name, 1, LONGEST);
        owner.ifPresent(text -> check("owner", text, 1, LONGEST));
        teamId.ifPresent(text -> check("team_id", text, 1, LONGEST));
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("tags must be at most %d: %d".formatted(MOST_TAGS, tags.size()));
        }
        tags.forEach((key, value) -> {
            check("tag key", key, 1, LONGEST);
            check("tag value", value, 0, LONGEST_VALUE);
        });
        tags = new TreeMap<>(tags);
    }

    public static Description named(String name) {
        return new Description(
                name, Optional.empty(), Environment.PRODUCTION, Optional.empty(), new TreeMap<>(), Console.NONE);
    }

    private static void check(String what, String text, int least, int most) {
        boolean clean =
                text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        if (text.length() < least
                || text.length() > most
                || !clean
                || !text.strip().equals(text)) {
            throw new IllegalArgumentException("%s must have %d to %d visible characters and no space at its ends: '%s'"
                    .formatted(what, least, most, Visible.text(text)));
        }
    }
}
