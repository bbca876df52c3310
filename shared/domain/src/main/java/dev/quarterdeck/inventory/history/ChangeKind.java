package dev.quarterdeck.inventory.history;

/** What became of a resource between two looks. */
public enum ChangeKind {
    CREATED("created"),
    CHANGED("changed"),
    /** Two looks that could have seen it did not. */
    DELETED("deleted"),
    /** It had been deleted, and is there again under the same uid. */
    REAPPEARED("reappeared"),
    /** Under the same uid there is another one now, made since the last look. */
    RE_MADE("re-made");

    private final String word;

    ChangeKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
