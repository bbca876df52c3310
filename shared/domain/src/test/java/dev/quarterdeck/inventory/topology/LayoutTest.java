package dev.quarterdeck.inventory.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.inventory.topology.Place.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final String ONE = "111122223333";
    private static final String OTHER = "444455556666";
    private static final String REGION = ONE + "/eu-west-1";
    private static final Place QUEUES = new Place(ONE, "eu-west-1", Network.NONE, "AWS::SQS::Queue");
    private static final Place INSTANCES = new Place(
            ONE, "eu-west-1", new Network(Optional.of("vpc-1"), Optional.of("subnet-2")), "AWS::EC2::Instance");
    private static final Place ROLES = new Place(OTHER, "global", Network.NONE, "AWS::IAM::Role");
    private static final Map<Place, Long> COUNTS = Map.of(QUEUES, 3L, INSTANCES, 40L, ROLES, 2L);

    private static Layout layout(Level depth, int room, String... expanded) {
        var ids = Set.of(expanded).stream().map(GroupId::parse).collect(Collectors.toSet());
        return new Layout(COUNTS, new Opening(depth, ids), room);
    }

    private static List<String> shown(Layout layout) {
        return layout.groups().stream()
                .map(group -> "%s %d%s".formatted(group.id(), group.count(), group.open() ? " open" : ""))
                .toList();
    }

    @Test
    void showsAccountsClosedUnlessSomethingIsOpened() {
        Layout layout = layout(Level.ACCOUNT, 100);

        assertThat(shown(layout)).containsExactly(ONE + " 43", OTHER + " 2");
        assertThat(layout.innermost(INSTANCES)).hasToString(ONE);
    }

    @Test
    void opensWhatIsAroundAGroupWithIt() {
        Layout layout = layout(Level.ACCOUNT, 100, REGION + "/vpc-1");

        assertThat(shown(layout))
                .containsExactly(
                        ONE + " 43 open",
                        REGION + " 43 open",
                        REGION + "/vpc-1 40 open",
                        REGION + "/vpc-1/subnet-2 40",
                        REGION + "/AWS::SQS::Queue 3",
                        OTHER + " 2");
        assertThat(layout.innermost(INSTANCES)).hasToString(REGION + "/vpc-1/subnet-2");
    }

    /** The two roles and the three queues fit in; forty instances do not. */
    @Test
    void foldsWhatThereIsNoRoomForAndOpensWhatThereIs() {
        Layout layout = layout(Level.RESOURCE, 15);

        assertThat(layout.folded())
                .extracting(GroupId::text)
                .containsExactly(REGION + "/vpc-1/subnet-2/AWS::EC2::Instance");
        assertThat(layout.tellsApart(QUEUES)).isTrue();
        assertThat(layout.tellsApart(ROLES)).isTrue();
        assertThat(layout.tellsApart(INSTANCES)).isFalse();
        assertThat(layout.groups()).hasSize(9);
    }

    @Test
    void saysWhatIsNotThere() {
        Layout layout = layout(Level.ACCOUNT, 100, ONE + "/us-east-1");

        assertThat(layout.unknown()).extracting(GroupId::text).containsExactly(ONE + "/us-east-1");
        assertThat(layout.folded()).isEmpty();
    }

    @Test
    void readsEveryIdThatItTells() {
        for (Place place : COUNTS.keySet()) {
            assertThat(place.groups())
                    .allSatisfy(id -> assertThat(GroupId.parse(id.text())).isEqualTo(id));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "11112222333",
                ONE + "/",
                ONE + "/EU",
                REGION + "//",
                REGION + "/vpc-1/vpc-2",
                REGION + "/thing"
            })
    void refusesWhatIsNoWayToAGroup(String text) {
        assertThatThrownBy(() -> GroupId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'%s' is no group".formatted(text));
    }
}
