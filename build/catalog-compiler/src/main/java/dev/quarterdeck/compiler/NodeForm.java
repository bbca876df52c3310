package dev.quarterdeck.compiler;

import dev.quarterdeck.collect.expression.Comparator;
import dev.quarterdeck.collect.expression.Node;
import dev.quarterdeck.collect.expression.Variable;
import dev.quarterdeck.compiler.Form.Anything;
import dev.quarterdeck.compiler.Form.Many;
import dev.quarterdeck.compiler.Form.Scalar;
import dev.quarterdeck.kernel.Json;
import java.util.List;

/** Works out the form of an expression's result; what can never give anything is reported. */
final class NodeForm {
    private final Report report;
    private final Yaml place;
    private final Scope scope;
    private final PathCheck paths;

    NodeForm(Report report, Yaml place, Scope scope) {
        this.report = report;
        this.place = place;
        this.scope = scope;
        this.paths = new PathCheck(report);
    }

    Form of(Node node, Form current) {
        return switch (node) {
            case Node.Current _ -> current;
            case Node.Field(var name) -> paths.member(name, current, place).orElse(Anything.FORM);
            case Node.Literal(var value) -> literal(value);
            case Node.Known(var variable) -> known(variable);
            case Node.Then(var left, var right) -> of(right, of(left, current));
            case Node.Index _ -> paths.element(current, place).orElse(Anything.FORM);
            case Node.Flatten(var left) -> new Many(flat(of(left, current)));
            case Node.EachElement(var left, var right) -> new Many(of(right, element(of(left, current))));
            case Node.EachMember(var left, var right) -> new Many(of(right, anyMember(of(left, current))));
            case Node.Filter filter -> filtered(filter, element(of(filter.left(), current)));
            case Node.Or(var left, var right) -> either(of(left, current), of(right, current));
            case Node.And(var left, var right) -> {
                of(left, current);
                yield of(right, current);
            }
            case Node.Not(var operand) -> {
                of(operand, current);
                yield Scalar.BOOLEAN;
            }
            case Node.Compare(var comparator, var left, var right) ->
                compared(comparator, of(left, current), of(right, current));
            case Node.Choose(var items) ->
                new Many(items.stream()
                        .map(item -> of(item, current))
                        .reduce(NodeForm::either)
                        .orElse(Anything.FORM));
            case Node.Apply(var function, var arguments) ->
                new FunctionForm(report, place)
                        .of(
                                function,
                                arguments.stream()
                                        .map(argument -> of(argument, current))
                                        .toList());
        };
    }

    static Form literal(Json value) {
        return switch (value) {
            case Json.Null _ -> Anything.FORM;
            case Json.Bool _ -> Scalar.BOOLEAN;
            case Json.Num _ -> Scalar.NUMBER;
            case Json.Str _ -> Scalar.TEXT;
            case Json.Arr(List<Json> items) -> new Many(items.isEmpty() ? Anything.FORM : literal(items.getFirst()));
            case Json.Obj _ -> Anything.FORM;
        };
    }

    private Form known(Variable variable) {
        if (variable != Variable.PARENT) {
            return Scalar.TEXT;
        }
        if (scope.parent().isEmpty()) {
            report.at(place, "there is no $parent: the list says no `for:`");
        }
        return scope.parent().orElse(Anything.FORM);
    }

    private Form element(Form list) {
        return paths.element(list, place).orElse(Anything.FORM);
    }

    private Form anyMember(Form object) {
        return paths.anyMember(object, place).orElse(Anything.FORM);
    }

    private Form flat(Form list) {
        return element(list) instanceof Many(var inner) ? inner : element(list);
    }

    private Form filtered(Node.Filter filter, Form element) {
        of(filter.condition(), element);
        return new Many(of(filter.right(), element));
    }

    /** One of two; unknown where they differ, for both are possible. */
    static Form either(Form left, Form right) {
        return left.equals(right) ? left : Anything.FORM;
    }

    private Form compared(Comparator comparator, Form left, Form right) {
        boolean ordered = comparator != Comparator.EQUAL && comparator != Comparator.UNEQUAL;
        if (ordered && (isNot(left, Scalar.NUMBER) || isNot(right, Scalar.NUMBER))) {
            report.at(
                    place,
                    "only numbers have an order, and this compares %s with %s"
                            .formatted(left.described(), right.described()));
        } else if ((left instanceof Scalar && isNot(right, left)) || (right instanceof Scalar && isNot(left, right))) {
            report.at(place, "%s never equals %s".formatted(left.described(), right.described()));
        }
        return Scalar.BOOLEAN;
    }

    private static boolean isNot(Form form, Form wanted) {
        return !form.equals(wanted) && !(form instanceof Anything);
    }
}
