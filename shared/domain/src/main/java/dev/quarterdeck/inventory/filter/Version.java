package dev.quarterdeck.inventory.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers a version begins with: {@code 8.0} of {@code 8.0.mysql_aurora.3.04.0}. 14 and 14.0 are equal. */
public record Version(List<Integer> parts) implements Comparable<Version> {
    private static final Pattern START = Pattern.compile(Forms.VERSION);

    public Version {
        var kept = new ArrayList<>(parts);
        while (kept.size() > 1 && kept.getLast() == 0) {
            kept.removeLast();
        }
        parts = List.copyOf(kept);
    }

    public static Optional<Version> of(String text) {
        Matcher start = START.matcher(text);
        return start.find()
                ? Optional.of(new Version(Stream.of(start.group(1).split("\\."))
                        .map(Integer::valueOf)
                        .toList()))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = Integer.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int part(int i) {
        return i < parts.size() ? parts.get(i) : 0;
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
