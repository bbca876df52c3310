package dev.quarterdeck.local.report;

/** Emphasis, where the terminal has it. */
public record Style(boolean color) {
    public static final Style PLAIN = new Style(false);

    private static final String ESCAPE = "\u001b[";

    public String bold(String text) {
        return wrap("1", text);
    }

    public String dim(String text) {
        return wrap("2", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String warn(String text) {
        return wrap("33", text);
    }

    public String accent(String text) {
        return wrap("36", text);
    }

    private String wrap(String code, String text) {
        return color && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
