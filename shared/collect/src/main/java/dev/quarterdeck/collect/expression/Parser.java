package dev.quarterdeck.collect.expression;

import dev.quarterdeck.collect.expression.Token.Kind;
import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/** Top-down operator precedence, as in JMESPath's own parser. */
final class Parser {
    /** What binds weaker than this ends a projection. */
    private static final int PROJECTION_STOP = 10;

    private final String text;
    private final List<Token> tokens;
    private int at;

    Parser(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    Node parse() {
        Node node = expression(0);
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
        return node;
    }

    private Node expression(int power) {
        Node left = first(next());
        while (power < peek().kind().power) {
            left = continued(left, next());
        }
        return left;
    }

    /** What may begin an expression. */
    private Node first(Token token) {
        return switch (token.kind()) {
            case NAME -> peek().kind() == Kind.OPEN_PARENTHESIS ? call(token) : new Node.Field(token.text());
            case QUOTED_NAME -> new Node.Field(token.text());
            case RAW -> new Node.Literal(Json.of(token.text()));
            case JSON -> new Node.Literal(json(token));
            case VARIABLE -> variable(token);
            case CURRENT -> new Node.Current();
            case STAR -> new Node.EachMember(new Node.Current(), projected(Kind.STAR.power));
            case FLATTEN -> flattened(new Node.Current());
            case FILTER -> filtered(new Node.Current());
            case OPEN_BRACKET -> bracket();
            case OPEN_PARENTHESIS -> parenthesis();
            case NOT -> not();
            case END, NUMBER, COMMA, CLOSE_BRACKET, CLOSE_PARENTHESIS, PIPE, OR, AND, COMPARE, DOT ->
                throw unexpected(token);
        };
    }

    /** What may follow an expression. */
    private Node continued(Node left, Token token) {
        return switch (token.kind()) {
            case DOT -> dot(left);
            case PIPE -> new Node.Then(left, expression(Kind.PIPE.power));
            case OR -> new Node.Or(left, expression(Kind.OR.power));
            case AND -> new Node.And(left, expression(Kind.AND.power));
            case COMPARE -> new Node.Compare(Comparator.of(token.text()), left, expression(Kind.COMPARE.power));
            case FLATTEN -> flattened(left);
            case FILTER -> filtered(left);
            case OPEN_BRACKET -> indexed(left);
            default -> throw unexpected(token);
        };
    }

    private Node dot(Node left) {
        if (peek().kind() == Kind.STAR) {
            next();
            return new Node.EachMember(left, projected(Kind.STAR.power));
        }
        return new Node.Then(left, afterDot(Kind.DOT.power));
    }

    private Node afterDot(int power) {
        return switch (peek().kind()) {
            case NAME, QUOTED_NAME, STAR -> expression(power);
            case OPEN_BRACKET -> {
                next();
                yield chosen();
            }
            default -> throw unexpected(peek());
        };
    }

    private Node flattened(Node left) {
        return new Node.EachElement(new Node.Flatten(left), projected(Kind.FLATTEN.power));
    }

    private Node filtered(Node left) {
        Node condition = expression(0);
        expect(Kind.CLOSE_BRACKET);
        Node right = peek().kind() == Kind.FLATTEN ? new Node.Current() : projected(Kind.FILTER.power);
        return new Node.Filter(left, condition, right);
    }

    /** What a projection does with each of its values. */
    private Node projected(int power) {
        Kind kind = peek().kind();
        if (kind.power < PROJECTION_STOP) {
            return new Node.Current();
        }
        return switch (kind) {
            case OPEN_BRACKET, FILTER -> expression(power);
            case DOT -> {
                next();
                yield afterDot(power);
            }
            default -> throw unexpected(peek());
        };
    }

    private Node bracket() {
        if (peek().kind() == Kind.NUMBER) {
            return index();
        }
        boolean everyElement = peek().kind() == Kind.STAR && tokens.get(at + 1).kind() == Kind.CLOSE_BRACKET;
        return everyElement ? everyElement(new Node.Current()) : chosen();
    }

    private Node indexed(Node left) {
        return peek().kind() == Kind.NUMBER ? new Node.Then(left, index()) : everyElement(left);
    }

    private Node index() {
        Token number = next();
        expect(Kind.CLOSE_BRACKET);
        try {
            return new Node.Index(Integer.parseInt(number.text()));
        } catch (NumberFormatException _) {
            throw unexpected(number);
        }
    }

    private Node everyElement(Node left) {
        expect(Kind.STAR);
        expect(Kind.CLOSE_BRACKET);
        return new Node.EachElement(left, projected(Kind.STAR.power));
    }

    private Node chosen() {
        return new Node.Choose(listed(Kind.CLOSE_BRACKET));
    }

    private Node call(Token name) {
        Function function = Function.named(name.text())
                .orElseThrow(() -> new ExpressionException("no function '%s'".formatted(name.text()), text, name.at()));
        expect(Kind.OPEN_PARENTHESIS);
        List<Node> arguments = peek().kind() == Kind.CLOSE_PARENTHESIS ? noArguments() : listed(Kind.CLOSE_PARENTHESIS);
        function.refusal(arguments).ifPresent(why -> {
            throw new ExpressionException(why, text, name.at());
        });
        return new Node.Apply(function, arguments);
    }

    private List<Node> noArguments() {
        next();
        return List.of();
    }

    private List<Node> listed(Kind close) {
        var nodes = new ArrayList<Node>();
        nodes.add(expression(0));
        while (peek().kind() == Kind.COMMA) {
            next();
            nodes.add(expression(0));
        }
        expect(close);
        return nodes;
    }

    private Node parenthesis() {
        Node node = expression(0);
        expect(Kind.CLOSE_PARENTHESIS);
        return node;
    }

    /** JMESPath reads {@code !a.b} as {@code (!a).b}, which nobody means: such text has to say what it negates. */
    private Node not() {
        Node operand = expression(Kind.NOT.power);
        switch (peek().kind()) {
            case DOT, FLATTEN, FILTER ->
                throw new ExpressionException("put what '!' negates into parentheses", text, peek().at());
            default -> {}
        }
        return new Node.Not(operand);
    }

    private Node variable(Token token) {
        return new Node.Known(Variable.named(token.text())
                .orElseThrow(
                        () -> new ExpressionException("no variable '$%s'".formatted(token.text()), text, token.at())));
    }

    private Json json(Token token) {
        return JsonReader.read(token.text())
                .orElseThrow(() -> new ExpressionException("not JSON between backticks", text, token.at()));
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private void expect(Kind kind) {
        Token token = next();
        if (token.kind() != kind) {
            throw unexpected(token);
        }
    }

    private ExpressionException unexpected(Token token) {
        return new ExpressionException(
                token.kind() == Kind.END ? "ends too early" : "unexpected '%s'".formatted(token.text()),
                text,
                token.at());
    }
}
