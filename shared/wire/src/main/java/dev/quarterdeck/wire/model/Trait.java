package dev.quarterdeck.wire.model;

/** What a member is marked with in the model; the constant's word is the model's. */
public enum Trait {
    FLATTENED("flattened"),
    XML_ATTRIBUTE("xmlAttribute"),
    STREAMING("streaming"),
    JSON_VALUE("jsonvalue"),
    IDEMPOTENCY_TOKEN("idempotencyToken"),
    HOST_LABEL("hostLabel"),
    EVENT_STREAM("eventstream"),
    SENSITIVE("sensitive");

    private final String word;

    Trait(String word) {
        this.word = word;
    }

    static Trait of(String word) {
        for (Trait trait : values()) {
            if (trait.word.equals(word)) {
                return trait;
            }
        }
        throw new IllegalArgumentException("not a trait: '%s'".formatted(word));
    }

    String word() {
        return word;
    }
}
