package dev.quarterdeck.accounts;

/** The twelve digits that name an AWS account. */
public record AccountId(String value) implements Comparable<AccountId> {
    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("account id must be 12 digits: '%s'".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return value.length() == 12 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
