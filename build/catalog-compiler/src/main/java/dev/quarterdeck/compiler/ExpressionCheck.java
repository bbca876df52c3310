package dev.quarterdeck.compiler;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.ExpressionException;
import dev.quarterdeck.collect.types.Template;
import java.util.Optional;

/** Checks expressions against the form of what they will be evaluated on, and tells the form of what they give. */
final class ExpressionCheck {
    private final Report report;

    ExpressionCheck(Report report) {
        this.report = report;
    }

    /** The form of the result; empty, with the reason in the report, if the text is no expression. */
    Optional<Form> check(Yaml text, Scope scope) {
        return check(text, ((Yaml.Value) text).text(), scope);
    }

    Optional<Form> check(Yaml place, String text, Scope scope) {
        try {
            return Optional.of(form(place, Expression.parse(text), scope));
        } catch (ExpressionException e) {
            report.at(place, e);
            return Optional.empty();
        }
    }

    /** An expression that must give one value, not a list or an object. */
    void single(Yaml text, Scope scope) {
        check(text, scope).ifPresent(form -> single(text, form));
    }

    /** Text with expressions in braces, each of which must give one value. */
    void template(Yaml text, Scope scope) {
        try {
            for (Template.Part part : Template.parse(((Yaml.Value) text).text()).parts()) {
                if (part instanceof Template.Hole(var expression)) {
                    single(text, form(text, expression, scope));
                }
            }
        } catch (IllegalArgumentException e) {
            report.at(text, e);
        }
    }

    private void single(Yaml place, Form form) {
        if (!(form instanceof Form.Scalar) && !(form instanceof Form.Anything)) {
            report.at(place, "one value is wanted here, and this gives %s".formatted(form.described()));
        }
    }

    private Form form(Yaml place, Expression expression, Scope scope) {
        return new NodeForm(report, place, scope).of(expression.node(), scope.resource());
    }
}
