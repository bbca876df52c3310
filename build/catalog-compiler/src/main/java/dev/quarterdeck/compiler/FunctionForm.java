package dev.quarterdeck.compiler;

import dev.quarterdeck.collect.expression.Function;
import dev.quarterdeck.compiler.Form.Anything;
import dev.quarterdeck.compiler.Form.Dictionary;
import dev.quarterdeck.compiler.Form.Many;
import dev.quarterdeck.compiler.Form.Scalar;
import dev.quarterdeck.compiler.Form.Struct;
import java.util.List;

/** What functions give for arguments of known forms; arguments that can only give null are reported. */
final class FunctionForm {
    private final Report report;
    private final Yaml place;

    FunctionForm(Report report, Yaml place) {
        this.report = report;
        this.place = place;
    }

    Form of(Function function, List<Form> arguments) {
        Form first = arguments.getFirst();
        return switch (function) {
            case STARTS_WITH, ENDS_WITH, MATCHES -> text(function, first, Scalar.BOOLEAN);
            case LAST_SEGMENT, ARN, LOWER, TAG -> text(function, first, Scalar.TEXT);
            case SPLIT -> text(function, first, arguments.size() == 2 ? new Many(Scalar.TEXT) : Scalar.TEXT);
            case CONTAINS -> searched(function, first);
            case LENGTH ->
                refuse(function, first instanceof Scalar && !first.equals(Scalar.TEXT), first, Scalar.NUMBER);
            case KEYS -> object(function, first, new Many(Scalar.TEXT));
            case VALUES ->
                object(function, first, new Many(first instanceof Dictionary(var value) ? value : Anything.FORM));
            case JOIN -> list(function, arguments.get(1), Scalar.TEXT);
            case NOT_NULL -> arguments.stream().reduce(NodeForm::either).orElse(Anything.FORM);
            case MAX, MIN -> list(function, first, first instanceof Many(var item) ? item : Anything.FORM);
            case SORT -> list(function, first, first);
            case TO_NUMBER, EPOCH -> refuse(function, !(first instanceof Scalar), first, Scalar.NUMBER);
            case TO_STRING, TYPE -> Scalar.TEXT;
            case PARSED -> text(function, first, Anything.FORM);
            case POLICY_PUBLIC -> text(function, first, Scalar.BOOLEAN);
        };
    }

    private Form text(Function function, Form argument, Form result) {
        return refuse(function, !argument.equals(Scalar.TEXT), argument, result);
    }

    private Form searched(Function function, Form argument) {
        return refuse(function, !argument.equals(Scalar.TEXT) && !(argument instanceof Many), argument, Scalar.BOOLEAN);
    }

    private Form object(Function function, Form argument, Form result) {
        return refuse(function, !(argument instanceof Struct) && !(argument instanceof Dictionary), argument, result);
    }

    private Form list(Function function, Form argument, Form result) {
        return refuse(function, !(argument instanceof Many), argument, result);
    }

    private Form refuse(Function function, boolean wrong, Form argument, Form result) {
        if (wrong && !(argument instanceof Anything)) {
            report.at(place, "%s() can make nothing of %s".formatted(function, argument.described()));
        }
        return result;
    }
}
