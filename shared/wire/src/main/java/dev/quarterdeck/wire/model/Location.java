package dev.quarterdeck.wire.model;

/** Where in the HTTP message a member stands. */
public enum Location {
    BODY(""),
    HEADER("header"),
    HEADERS("headers"),
    URI("uri"),
    QUERYSTRING("querystring"),
    STATUS_CODE("statusCode");

    private final String word;

    Location(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Location of(String word) {
        for (Location location : values()) {
            if (location.word.equals(word)) {
                return location;
            }
        }
        return BODY;
    }
}
