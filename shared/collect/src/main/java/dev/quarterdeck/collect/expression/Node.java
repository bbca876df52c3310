package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A part of an expression. What each means is JMESPath's; projections leave out what is null. */
public sealed interface Node {
    Json evaluate(Json current, Scope scope);

    default List<Node> children() {
        return List.of();
    }

    /** This node and all below it. */
    default Stream<Node> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Node::all));
    }

    /** {@code @} */
    record Current() implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return current;
        }
    }

    record Field(String name) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            if (!(current instanceof Json.Obj(var members))) {
                return Json.Null.VALUE;
            }
            Json value = members.get(name);
            if (value != null) {
                return value;
            }
            if (scope.isSelf(current)) {
                scope.around().missed(name);
            }
            return Json.Null.VALUE;
        }
    }

    record Literal(Json value) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return value;
        }
    }

    /** {@code $account} */
    record Known(Variable variable) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return scope.around().variable(variable);
        }
    }

    /** {@code left.right}, and {@code left | right}, at which a projection ends. */
    record Then(Node left, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return right.evaluate(left.evaluate(current, scope), scope);
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** {@code [0]}, {@code [-1]} */
    record Index(int at) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            if (!(current instanceof Json.Arr(var items))) {
                return Json.Null.VALUE;
            }
            int index = at < 0 ? items.size() + at : at;
            return index >= 0 && index < items.size() ? items.get(index) : Json.Null.VALUE;
        }
    }

    /** {@code left[]}: lists in the list become part of it. */
    record Flatten(Node left) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            if (!(left.evaluate(current, scope) instanceof Json.Arr(var items))) {
                return Json.Null.VALUE;
            }
            var flat = new ArrayList<Json>(items.size());
            for (Json item : items) {
                if (item instanceof Json.Arr(var inner)) {
                    flat.addAll(inner);
                } else {
                    flat.add(item);
                }
            }
            return new Json.Arr(flat);
        }

        @Override
        public List<Node> children() {
            return List.of(left);
        }
    }

    /** {@code left[*].right}: for each element. */
    record EachElement(Node left, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return left.evaluate(current, scope) instanceof Json.Arr(var items)
                    ? Projection.of(items, right, scope)
                    : Json.Null.VALUE;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** {@code left.*.right}: for each member's value. */
    record EachMember(Node left, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return left.evaluate(current, scope) instanceof Json.Obj(var members)
                    ? Projection.of(members.values(), right, scope)
                    : Json.Null.VALUE;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** {@code left[?condition].right}: for each element that fulfils the condition. */
    record Filter(Node left, Node condition, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            if (!(left.evaluate(current, scope) instanceof Json.Arr(var items))) {
                return Json.Null.VALUE;
            }
            var chosen = new ArrayList<Json>();
            for (Json item : items) {
                if (Truth.of(condition.evaluate(item, scope))) {
                    chosen.add(item);
                }
            }
            return Projection.of(chosen, right, scope);
        }

        @Override
        public List<Node> children() {
            return List.of(left, condition, right);
        }
    }

    record Or(Node left, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            Json value = left.evaluate(current, scope);
            return Truth.of(value) ? value : right.evaluate(current, scope);
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record And(Node left, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            Json value = left.evaluate(current, scope);
            return Truth.of(value) ? right.evaluate(current, scope) : value;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return Json.of(!Truth.of(operand.evaluate(current, scope)));
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Compare(Comparator comparator, Node left, Node right) implements Node {
        @Override
        public Json evaluate(Json current, Scope scope) {
            return comparator.apply(left.evaluate(current, scope), right.evaluate(current, scope));
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** {@code [a, b]}; null for null, as in JMESPath. */
    record Choose(List<Node> items) implements Node {
        public Choose {
            items = List.copyOf(items);
        }

        @Override
        public Json evaluate(Json current, Scope scope) {
            if (current instanceof Json.Null) {
                return current;
            }
            var values = new ArrayList<Json>(items.size());
            for (Node item : items) {
                values.add(item.evaluate(current, scope));
            }
            return new Json.Arr(values);
        }

        @Override
        public List<Node> children() {
            return items;
        }
    }

    record Apply(Function function, List<Node> arguments) implements Node {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Json evaluate(Json current, Scope scope) {
            var values = new ArrayList<Json>(arguments.size());
            for (Node argument : arguments) {
                values.add(argument.evaluate(current, scope));
            }
            return function.apply(values, scope);
        }

        @Override
        public List<Node> children() {
            return arguments;
        }
    }
}
