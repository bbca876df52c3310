package dev.quarterdeck.edge.contract;

/** Who may call an operation; every operation of the contract says it ({@code x-access}). */
public sealed interface Access {
    /** Anybody, signed in or not. */
    record Open() implements Access {}

    /** Any signed-in caller; what they see is about themselves. */
    record SignedIn() implements Access {}

    /** Callers who hold this permission, where the object of the request is in its scope. */
    record Needs(String permission) implements Access {}

    static Access of(String text) {
        return switch (text) {
            case "open" -> new Open();
            case "signed-in" -> new SignedIn();
            default -> new Needs(text);
        };
    }
}
