package dev.quarterdeck.inventory.scheduling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The numbers that a field of a cron expression names: {@code *}, {@code 5}, {@code 1-5}, {@code 0/15}, lists of these. */
record CronNumbers(BitSet numbers) {
    static CronNumbers parse(String text, String field, int least, int most, List<String> words) {
        var found = new BitSet();
        for (String part : text.split(",", -1)) {
            new Part(part, field, least, most, words).into(found);
        }
        return new CronNumbers(found);
    }

    boolean holds(int number) {
        return numbers.get(number);
    }

    IntStream all() {
        return numbers.stream();
    }

    private record Part(String text, String field, int least, int most, List<String> words) {
        void into(BitSet found) {
            String[] steps = text.split("/", -1);
            String[] ends = steps[0].split("-", -1);
            if (steps.length > 2 || ends.length > 2) {
                throw malformed();
            }
            boolean all = steps[0].equals("*");
            int from = all ? least : number(ends[0]);
            int to = all || (steps.length == 2 && ends.length == 1) ? most : number(ends[ends.length - 1]);
            int step = steps.length == 2 ? step(steps[1]) : 1;
            if (from > to) {
                throw malformed();
            }
            for (int number = from; number <= to; number += step) {
                found.set(number);
            }
        }

        private int step(String digits) {
            int step = digits(digits);
            if (step < 1 || step > most) {
                throw malformed();
            }
            return step;
        }

        private int number(String word) {
            int named = words.indexOf(word.toUpperCase(Locale.ROOT));
            int number = named >= 0 ? named + least : digits(word);
            if (number < least || number > most) {
                throw malformed();
            }
            return number;
        }

        private int digits(String digits) {
            if (!digits.matches("[0-9]{1,4}")) {
                throw malformed();
            }
            return Integer.parseInt(digits);
        }

        private IllegalArgumentException malformed() {
            return new IllegalArgumentException("cron's %s cannot be '%s'".formatted(field, text));
        }
    }
}
