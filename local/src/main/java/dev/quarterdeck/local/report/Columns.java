package dev.quarterdeck.local.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table of text: columns as wide as their widest cell, the roomiest ones cut where the screen is too narrow. */
public final class Columns {
    private static final String GAP = "  ";
    private static final int SHORTEST_CUT = 12;

    private enum Side {
        LEFT,
        RIGHT,
        PROSE
    }

    private record Line(List<String> cells, UnaryOperator<String> look) {}

    private final List<String> headers = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    public Columns left(String header) {
        return column(header, Side.LEFT);
    }

    public Columns right(String header) {
        return column(header, Side.RIGHT);
    }

    /** To the left, and cut at its end: what comes last matters least. */
    public Columns prose(String header) {
        return column(header, Side.PROSE);
    }

    private Columns column(String header, Side side) {
        headers.add(header);
        sides.add(side);
        return this;
    }

    public Columns row(Object... cells) {
        return row(UnaryOperator.identity(), cells);
    }

    /** A row with a look of its own, given to the line after it was laid out. */
    public Columns row(UnaryOperator<String> look, Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, headers.size()));
        }
        lines.add(new Line(
                Arrays.stream(cells).map(cell -> printable(cell.toString())).toList(), look));
        return this;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The table as lines of at most {@code width} columns where that can be had. */
    public List<String> lines(int width, Style style) {
        int[] widths = fitted(width);
        var text = new ArrayList<String>();
        if (headers.stream().anyMatch(header -> !header.isEmpty())) {
            text.add(style.dim(layOut(headers, widths)));
        }
        for (Line line : lines) {
            text.add(line.look().apply(layOut(line.cells(), widths)));
        }
        return text;
    }

    private int[] fitted(int width) {
        int[] widths = new int[headers.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    length(headers.get(i)),
                    lines.stream()
                            .mapToInt(line -> length(line.cells().get(column)))
                            .max()
                            .orElse(0));
        }
        while (Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > width) {
            int widest = widest(widths);
            if (widths[widest] <= Math.max(SHORTEST_CUT, length(headers.get(widest)))) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private String layOut(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = sides.get(i) == Side.PROSE ? cutAtEnd(cells.get(i), widths[i]) : cut(cells.get(i), widths[i]);
            String padding = " ".repeat(widths[i] - length(cell));
            line.append(i == 0 ? "" : GAP).append(sides.get(i) == Side.RIGHT ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Cut in the middle: the ends of names and ARNs tell them apart. */
    private static String cut(String text, int width) {
        int length = length(text);
        if (length <= width) {
            return text;
        }
        int head = (width - 1) / 2;
        int tail = width - 1 - head;
        return text.substring(0, text.offsetByCodePoints(0, head))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }

    private static String cutAtEnd(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Names in AWS may hold anything; what would move the cursor is shown as a mark. */
    private static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "␦") : text;
    }
}
