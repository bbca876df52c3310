package dev.quarterdeck.collect.expression;

/** A word of the language and where it stands. {@code text} is what it says: a name, a literal's content, a sign. */
record Token(Kind kind, String text, int at) {

    /** How strongly each kind binds to what stands before it; zero ends an expression. */
    enum Kind {
        END(0),
        NAME(0),
        QUOTED_NAME(0),
        RAW(0),
        JSON(0),
        NUMBER(0),
        VARIABLE(0),
        CURRENT(0),
        COMMA(0),
        CLOSE_BRACKET(0),
        CLOSE_PARENTHESIS(0),
        PIPE(1),
        OR(2),
        AND(3),
        COMPARE(5),
        FLATTEN(9),
        STAR(20),
        FILTER(21),
        DOT(40),
        NOT(45),
        OPEN_BRACKET(55),
        OPEN_PARENTHESIS(60);

        final int power;

        Kind(int power) {
            this.power = power;
        }
    }
}
