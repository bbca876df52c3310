package dev.quarterdeck.compiler;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file, so that all are told and not only the first. */
final class Report {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Report(String file) {
        this.file = file;
    }

    void at(Yaml place, String message) {
        at(place.line(), message);
    }

    void at(Yaml place, IllegalArgumentException why) {
        at(place, String.valueOf(why.getMessage()));
    }

    void at(int line, String message) {
        problems.add(new Problem(file, line, message));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
    }
}
