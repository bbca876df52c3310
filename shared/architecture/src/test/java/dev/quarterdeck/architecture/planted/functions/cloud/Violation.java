package dev.quarterdeck.architecture.planted.functions.cloud;

/** What functions share in AWS is no engine for questions: only one of them carries it. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.query.hub.Questions.class.getName();
    }
}
