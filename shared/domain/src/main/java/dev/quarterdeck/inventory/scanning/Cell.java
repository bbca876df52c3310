package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import java.util.regex.Pattern;

/** What one worker reads at a time: an account in a region, what belongs to none ({@code global}), or all of it. */
public record Cell(AccountId account, String region) {
    public static final String EVERYWHERE = "all";

    private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z]+)*(-\\d+)?");

    public Cell {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("not a region: '%s'".formatted(region));
        }
    }

    /** The cell of this text, {@code account/region}. */
    public static Cell parse(String text) {
        int slash = text.indexOf('/');
        return new Cell(new AccountId(text.substring(0, Math.max(0, slash))), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
