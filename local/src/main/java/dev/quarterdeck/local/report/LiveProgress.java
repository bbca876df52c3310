package dev.quarterdeck.local.report;

import dev.quarterdeck.collect.scan.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** How far the scan is: one line that is redrawn on a terminal, now and then a plain line elsewhere. */
public final class LiveProgress {
    private static final String REDRAW = "\r\u001b[K";
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);
    private static final int BAR = 20;

    private final PrintWriter err;
    private final Screen screen;
    private Duration lastPlain = Duration.ZERO;
    private boolean drawn;

    public LiveProgress(PrintWriter err, Screen screen) {
        this.err = err;
        this.screen = screen;
    }

    /** {@code elapsed} is the time since the scan began. */
    public void show(Progress progress, Duration elapsed) {
        if (screen.showsMessages()) {
            draw(progress, elapsed);
        } else if (elapsed.minus(lastPlain).compareTo(PLAIN_EVERY) >= 0) {
            lastPlain = elapsed;
            err.println(words(progress, elapsed));
            err.flush();
        }
    }

    /** Makes way for something else on the terminal. */
    public void clear() {
        if (drawn) {
            err.print(REDRAW);
            err.flush();
            drawn = false;
        }
    }

    private void draw(Progress progress, Duration elapsed) {
        String text = bar(progress) + " " + words(progress, elapsed);
        int room = screen.width() - 1;
        err.print(REDRAW + (text.length() > room ? text.substring(0, room) : text));
        err.flush();
        drawn = true;
    }

    private String bar(Progress progress) {
        Progress.Part areas = progress.areas();
        int full = areas.total() == 0 ? 0 : BAR * areas.done() / areas.total();
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private static String words(Progress progress, Duration elapsed) {
        return "%s accounts · %s regions · %s areas · %s resources · %s calls%s · %s%s"
                .formatted(
                        part(progress.accounts()),
                        part(progress.regions()),
                        part(progress.areas()),
                        Words.number(progress.resources()),
                        Words.number(progress.requests().sent()),
                        throttled(progress.requests().throttled()),
                        seconds(elapsed),
                        progress.left().map(LiveProgress::left).orElse(""));
    }

    private static String left(Duration left) {
        return left.toSeconds() < 1 ? "" : " · about " + seconds(left) + " left";
    }

    /** Tenths would only flicker. */
    private static String seconds(Duration time) {
        return time.toMinutes() < 1 ? time.toSeconds() + " s" : Words.span(time);
    }

    private static String throttled(long throttled) {
        return throttled == 0 ? "" : " (%s throttled)".formatted(Words.number(throttled));
    }

    private static String part(Progress.Part part) {
        return part.done() + "/" + part.total();
    }
}
