package dev.quarterdeck.local.report;

import java.util.Map;

/** What the terminal can do: whether output and messages reach one, how wide it is, whether it shows colour. */
public record Screen(boolean showsOutput, boolean showsMessages, int width, boolean color) {
    private static final int PLAIN_WIDTH = 500;
    private static final int NARROWEST = 40;

    /** Neither output nor messages reach a terminal. */
    public static final Screen NONE = new Screen(false, false, PLAIN_WIDTH, false);

    public Screen {
        width = Math.max(width, NARROWEST);
    }

    /** Colour only where messages reach a terminal that has it, and nobody set NO_COLOR. */
    public static Screen of(boolean showsOutput, boolean showsMessages, int width, Map<String, String> env) {
        boolean wanted = env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb");
        return new Screen(
                showsOutput,
                showsMessages,
                showsOutput || showsMessages ? width : PLAIN_WIDTH,
                wanted && (showsOutput || showsMessages));
    }

    /** How to write what goes to standard output. */
    public Style outputStyle() {
        return new Style(color && showsOutput);
    }

    /** How to write what goes to standard error. */
    public Style messageStyle() {
        return new Style(color && showsMessages);
    }
}
