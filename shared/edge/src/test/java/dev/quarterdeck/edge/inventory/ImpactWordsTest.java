package dev.quarterdeck.edge.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.impact.Harm;
import dev.quarterdeck.inventory.impact.Hit;
import dev.quarterdeck.inventory.impact.Thing;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImpactWordsTest {
    private static final AccountId MINE = new AccountId("111122223333");
    private static final AccountId THEIRS = new AccountId("444455556666");

    private final ImpactWords words = new ImpactWords(Set.of(MINE), MINE::equals);

    private static Hit hit(String uid, AccountId account, boolean back, Optional<Hit> before) {
        Json.Obj row = new Members()
                .put("uid", uid)
                .put("type", "T")
                .put("name", uid)
                .put("native_id", uid)
                .put("account_id", account.value())
                .put("region", "r")
                .json();
        return new Hit(new Thing.Known(row), Harm.BREAKS, new Hit.Cause(before, "uses", back));
    }

    private Fields told(Hit hit) {
        return Fields.of(words.told(List.of(hit)).getFirst());
    }

    @Test
    void aHiddenStepIsSaidAndNotNamed() {
        Hit hidden = hit("theirs", THEIRS, true, Optional.empty());
        Hit last = hit("mine", MINE, true, Optional.of(hidden));

        assertThat(words.told(List.of(hidden))).isEmpty();
        assertThat(words.hidden(List.of(hidden, last))).isEqualTo(1);
        List<Fields> path = told(last).objects("path");
        assertThat(path.getFirst().json())
                .isEqualTo(new Members().put("hidden", true).json());
        assertThat(path.getLast().text("rel")).isEqualTo("uses");
        assertThat(path.getLast().object("resource").text("name")).isEqualTo("mine");
    }

    @Test
    void whatIPointToIsMineToKnowEvenIfItIsHidden() {
        Hit pointedTo = hit("theirs", THEIRS, false, Optional.empty());
        Hit last = hit("mine", MINE, true, Optional.of(pointedTo));

        assertThat(told(last).objects("path").getFirst().json())
                .isEqualTo(new Members()
                        .put("hidden", true)
                        .put("rel", "uses")
                        .put("points", "forth")
                        .json());
    }

    @Test
    void aStrangerIsTheBusinessOfTheOneThatNamesIt() {
        var stranger = new Thing.Stranger("arn:x", Optional.of(THEIRS.value()));
        var direct = new Hit(stranger, Harm.LOSES, new Hit.Cause(Optional.empty(), "trusts", false));
        var behind = new Hit(
                stranger,
                Harm.LOSES,
                new Hit.Cause(Optional.of(hit("theirs", THEIRS, true, Optional.empty())), "trusts", false));

        assertThat(words.told(List.of(behind))).isEmpty();
        assertThat(told(direct).object("account").json())
                .isEqualTo(new Members()
                        .put("account_id", THEIRS.value())
                        .put("known", false)
                        .json());
    }
}
