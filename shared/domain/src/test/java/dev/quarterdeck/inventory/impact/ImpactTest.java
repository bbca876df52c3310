package dev.quarterdeck.inventory.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private static final Impact.Limits WIDE = new Impact.Limits(10, 100);

    private final Map<String, Json.Obj> rows = new LinkedHashMap<>();
    private final List<Json.Obj> edges = new ArrayList<>();

    private final Web web = new Web() {
        @Override
        public void edges(Ends ends, Consumer<Json.Obj> taker) {
            edges.stream().filter(ends::touches).forEach(taker);
        }

        @Override
        public void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
            wanted.forEach(uid -> Optional.ofNullable(rows.get(uid.value())).ifPresent(taker));
        }
    };

    private ImpactTest edge(String from, String rel, String to) {
        row(from);
        row(to);
        edges.add(new Members()
                .put("from_uid", from)
                .put("rel", rel)
                .put("to_uid", to)
                .put("to_arn", arn(to))
                .json());
        return this;
    }

    private ImpactTest dangling(String from, String rel, String arn, String account) {
        row(from);
        edges.add(new Members()
                .put("from_uid", from)
                .put("rel", rel)
                .put("to_arn", arn)
                .put("to_account_id", account)
                .json());
        return this;
    }

    private Json.Obj row(String uid) {
        return rows.computeIfAbsent(
                uid,
                name -> new Members().put("uid", name).put("arn", arn(name)).json());
    }

    private static String arn(String name) {
        return "arn:aws:x:::" + name;
    }

    private Impact.Reach impact(String uid, Impact.Limits limits) {
        return Impact.of(row(uid), web, limits);
    }

    private List<String> told(String uid) {
        return impact(uid, WIDE).hits().stream().map(ImpactTest::words).toList();
    }

    private static String words(Hit hit) {
        return hit.harm()
                + hit.path()
                        .map(step -> (step.cause().back() ? " <- " : " -> ")
                                + step.cause().rel()
                                + " "
                                + name(step.thing()))
                        .collect(Collectors.joining());
    }

    private static String name(Thing thing) {
        return switch (thing) {
            case Thing.Known(var row) ->
                row.get("uid").map(uid -> ((Json.Str) uid).value()).orElseThrow();
            case Thing.Stranger(var arn, var account) -> arn + " of " + account.orElse("nobody");
        };
    }

    @Test
    void harmGoesAsTheRelationSays() {
        edge("disk", "encrypted-by", "key").edge("routes", "routes-for", "subnet");

        assertThat(told("key")).containsExactly("breaks <- encrypted-by disk");
        assertThat(told("disk")).isEmpty();
        assertThat(told("routes")).containsExactly("breaks -> routes-for subnet");
        assertThat(told("subnet")).isEmpty();
    }

    @Test
    void whatBreaksIsFollowedAndWhatOnlyLosesIsNot() {
        edge("function", "runs-as", "role")
                .edge("rule", "sends-to", "function")
                .edge("alarm", "watches", "role")
                .edge("group", "uses", "alarm");

        assertThat(told("role"))
                .containsExactly(
                        "breaks <- runs-as function",
                        "loses <- watches alarm",
                        "breaks <- runs-as function <- sends-to rule");
    }

    @Test
    void aCircleEnds() {
        edge("a", "uses", "b").edge("b", "uses", "c").edge("c", "uses", "a").edge("a", "uses", "a");

        assertThat(told("a")).containsExactly("breaks <- uses c", "breaks <- uses c <- uses b");
    }

    @Test
    void theHarderHitCountsEvenIfItIsFurtherAway() {
        edge("alarm", "watches", "db")
                .edge("app", "uses", "db")
                .edge("alarm", "uses", "app")
                .edge("page", "in", "alarm");

        assertThat(told("db"))
                .containsExactly(
                        "breaks <- uses app",
                        "breaks <- uses app <- uses alarm",
                        "breaks <- uses app <- uses alarm <- in page");
    }

    @Test
    void whoPointsAtItByItsArnAloneIsHitToo() {
        dangling("reader", "reads-from", arn("queue"), "111122223333");

        assertThat(told("queue")).containsExactly("breaks <- reads-from reader");
    }

    @Test
    void strangersThatItServesAreTold() {
        dangling("role", "trusts", "arn:aws:iam::999988887777:root", "999988887777");

        assertThat(told("role")).containsExactly("loses -> trusts arn:aws:iam::999988887777:root of 999988887777");
    }

    @Test
    void wordsThatNobodyWroteDownAreToldAsLosing() {
        edge("a", "admires", "b");

        assertThat(told("b")).containsExactly("loses <- admires a");
    }

    @Test
    void limitsAreTold() {
        edge("b", "uses", "a").edge("c", "uses", "b").edge("d", "uses", "a");

        assertThat(impact("a", WIDE).more()).isFalse();
        assertThat(impact("a", new Impact.Limits(1, 100)))
                .satisfies(reach -> assertThat(reach.hits()).hasSize(2))
                .satisfies(reach -> assertThat(reach.more()).isTrue());
        assertThat(impact("a", new Impact.Limits(5, 1)))
                .satisfies(reach -> assertThat(reach.hits()).hasSize(1))
                .satisfies(reach -> assertThat(reach.more()).isTrue());
    }
}
