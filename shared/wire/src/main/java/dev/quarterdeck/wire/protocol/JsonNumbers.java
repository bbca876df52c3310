package dev.quarterdeck.wire.protocol;

import java.io.IOException;

/** Reads the numbers of a JSON document. */
final class JsonNumbers {
    private final ByteWindow in;
    private int from;
    private int to;
    private boolean whole;

    JsonNumbers(ByteWindow in) {
        this.in = in;
    }

    /** Takes the number at the position. It lies in the window from {@link #from} to {@link #to} until that is asked for more. */
    void take() throws IOException {
        if (!takesDigits()) {
            takeAny();
        }
    }

    /** The usual form: a few digits and what ends them. */
    private boolean takesDigits() {
        byte[] window = in.window();
        int first = in.position();
        int i = first;
        while (i < in.end() && isDigit(window[i])) {
            i++;
        }
        if (i == first || i == in.end() || isPart(window[i]) || (window[first] == '0' && i > first + 1)) {
            return false;
        }
        from = first;
        to = i;
        whole = true;
        in.moveTo(i);
        return true;
    }

    private void takeAny() throws IOException {
        int end = scan();
        while (end == in.end() && in.fill()) {
            end = scan();
        }
        from = in.position();
        to = end;
        check(in.window());
        in.moveTo(end);
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether it has neither fraction nor exponent. */
    boolean isWhole() {
        return whole;
    }

    private int scan() {
        byte[] window = in.window();
        int i = in.position();
        while (i < in.end() && isPart(window[i])) {
            i++;
        }
        return i;
    }

    private static boolean isPart(byte b) {
        return isDigit(b) || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
    }

    private void check(byte[] window) throws MalformedResponseException {
        int i = from < to && window[from] == '-' ? from + 1 : from;
        int end = digits(window, i);
        boolean fine = end == i + 1 || (end > i && window[i] != '0');
        whole = end == to;
        if (end < to && window[end] == '.') {
            i = end + 1;
            end = digits(window, i);
            fine &= end > i;
        }
        if (end < to && (window[end] == 'e' || window[end] == 'E')) {
            i = end + 1;
            i += i < to && (window[i] == '-' || window[i] == '+') ? 1 : 0;
            end = digits(window, i);
            fine &= end > i;
        }
        if (!fine || end != to) {
            throw in.malformed("it has neither text, number nor word");
        }
    }

    private int digits(byte[] window, int at) {
        int i = at;
        while (i < to && isDigit(window[i])) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
