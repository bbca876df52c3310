package dev.quarterdeck.local.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.find.Finder;
import dev.quarterdeck.inventory.find.Found;
import dev.quarterdeck.inventory.find.Match;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderTest {
    private static final Resource WEB = Samples.resource(Samples.INSTANCE, "i-0abc", "{}");
    private static final Resource ORDERS = Samples.resource(Samples.QUEUE, "orders-queue", "{}");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        try (OutFolder out = OutFolder.open(folder)) {
            out.add(FactFile.RESOURCES, Rows.resource(WEB, Label.NONE));
            out.add(FactFile.RESOURCES, Rows.resource(ORDERS, Label.NONE));
            out.add(FactFile.EDGES, Rows.edge(Samples.edge(WEB, "uses", ORDERS)));
            out.add(FactFile.EDGES, Rows.edge(Samples.dangling(WEB, "in", "arn:aws:ec2:::vpc/gone")));
            out.commit(Samples.object("{'format': 1}"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "i-0abc, i-0abc, native id i-0abc",
        "I-0ABC, i-0abc, native id i-0abc",
        "arn:aws:x:::orders-queue, orders-queue, arn arn:aws:x:::orders-queue",
        "orders, orders-queue, native id orders-queue",
        "0abc, i-0abc, native id i-0abc",
    })
    void findsByAnyName(String wanted, String name, String because) {
        assertThat(find(wanted).matches())
                .extracting(match -> Fields.of(match.resource()).text("name"), Match::because)
                .containsExactly(tuple(name, because));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.3.7, private-ip 10.0.3.7",
        "10.0.0.0/16, private-ip 10.0.3.7",
        "payments, tag Owner = payments",
        "Owner=payments, tag Owner=payments",
        "payment, tag Owner = payments",
    })
    void findsAllThatShareWhatWasAskedFor(String wanted, String because) {
        assertThat(find(wanted).matches()).extracting(Match::because).containsExactly(because, because);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(find("10.1.0.0/16")).isEqualTo(new Found(List.of(), 0, List.of()));
    }

    @Test
    void tellsWhatUsesIt() {
        Match match = find("orders-queue").matches().getFirst();

        assertThat(match.usedBy()).containsExactly(new Match.Tie("uses", "AWS::EC2::Instance", "i-0abc", Samples.PROD));
        assertThat(match.uses()).isEmpty();
    }

    @Test
    void tellsWhatItUsesEvenIfThatWasNotFound() {
        assertThat(find("i-0abc").matches().getFirst().uses())
                .containsExactly(
                        new Match.Tie("uses", "AWS::SQS::Queue", "orders-queue", Samples.PROD),
                        new Match.Tie("in", "", "arn:aws:ec2:::vpc/gone", "999988887777"));
    }

    @Test
    void tellsWhoPointsAtWhatIsNotThere() {
        assertThat(find("arn:aws:ec2:::vpc/gone"))
                .isEqualTo(new Found(
                        List.of(), 0, List.of(new Match.Tie("in", "AWS::EC2::Instance", "i-0abc", Samples.PROD))));
    }

    private Found find(String wanted) {
        return Finder.in(FactFolder.open(folder, "--in")).find(wanted);
    }
}
