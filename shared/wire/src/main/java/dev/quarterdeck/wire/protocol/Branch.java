package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.Paging;
import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Shape;
import dev.quarterdeck.wire.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node of the tree of places in an answer that a splitter looks at. */
final class Branch {
    private final Map<String, Branch> members = new HashMap<>();
    private final List<Integer> captures = new ArrayList<>();
    private final List<Integer> capturesBelow = new ArrayList<>();
    private @Nullable Branch element;
    private @Nullable String carriedName;
    private boolean items;
    private final Set<String> carries = new HashSet<>();
    private boolean onPath;

    @Nullable
    Branch member(String name) {
        return members.get(name);
    }

    @Nullable
    Branch element() {
        return element;
    }

    /** The tokens that are read here. */
    List<Integer> captures() {
        return captures;
    }

    /** The tokens that are read below and begin anew with each element, for the last one counts. */
    List<Integer> capturesBelow() {
        return capturesBelow;
    }

    /** The member carried from here into items. */
    @Nullable
    String carriedName() {
        return carriedName;
    }

    boolean isItem() {
        return items;
    }

    /** Whether this is an object that holds the list, or a part of the way to it. */
    boolean isOnPath() {
        return onPath;
    }

    /** The members that this object may carry into items. */
    Set<String> carries() {
        return carries;
    }

    /** Leaves out what an answer of this shape cannot carry. */
    void fit(Shape shape) {
        if (shape instanceof Structure structure && structure.form() == Structure.Form.PLAIN) {
            carries.removeIf(name -> structure.member(name) == null);
            members.forEach((name, branch) -> {
                Member member = structure.member(name);
                if (member != null) {
                    branch.fit(member.shape());
                }
            });
        } else if (shape instanceof ListShape list && element != null) {
            element.fit(list.element().shape());
        }
    }

    /** Marks the way to the items, {@code a.b[].c[]} or {@code @}, and the carried members of objects on it. */
    void leadToItems(String path, List<String> carry) {
        if (path.equals(Paging.WHOLE)) {
            items = true;
            return;
        }
        Branch at = this;
        for (String segment : path.split("\\.", -1)) {
            at.holdCarried(carry);
            boolean projected = segment.endsWith("[]");
            String name = projected ? segment.substring(0, segment.length() - 2) : segment;
            if (name.isEmpty() || name.indexOf('[') >= 0) {
                throw new IllegalArgumentException("items must be a path such as a.b[].c[]: '%s'".formatted(path));
            }
            at = at.grow(name);
            at = projected ? at.growElement() : at;
        }
        at.items = true;
    }

    private void holdCarried(List<String> carry) {
        onPath = true;
        carries.addAll(carry);
        carry.forEach(name -> grow(name).carriedName = name);
    }

    /** Marks where a token is read: members and {@code [-1]}. */
    void leadToToken(String path, int capture) {
        Branch at = this;
        for (String segment : path.strip().split("\\.", -1)) {
            boolean last = segment.endsWith("[-1]");
            String name = last ? segment.substring(0, segment.length() - "[-1]".length()) : segment;
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("a token must be a path such as a.b[-1].c: '%s'".formatted(path));
            }
            at = at.grow(name);
            if (last) {
                at = at.growElement();
                at.capturesBelow.add(capture);
            }
        }
        at.captures.add(capture);
    }

    private Branch grow(String name) {
        return members.computeIfAbsent(name, _ -> new Branch());
    }

    private Branch growElement() {
        if (element == null) {
            element = new Branch();
        }
        return element;
    }
}
