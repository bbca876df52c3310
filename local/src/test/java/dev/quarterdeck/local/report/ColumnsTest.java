package dev.quarterdeck.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void alignsLeftAndRight() {
        assertThat(new Columns()
                        .left("NAME")
                        .right("count")
                        .row("ec2", "1,042")
                        .row("s3", 7)
                        .lines(80, Style.PLAIN))
                .containsExactly("NAME  count", "ec2   1,042", "s3        7");
    }

    @Test
    void cutsTheRoomiestColumnInTheMiddle() {
        assertThat(new Columns()
                        .left("")
                        .left("")
                        .row("orders", "arn:aws:sqs:eu-west-1:111122223333:orders")
                        .lines(30, Style.PLAIN))
                .containsExactly("orders  arn:aws:sq…3333:orders");
    }

    @Test
    void cutsProseAtItsEnd() {
        assertThat(new Columns()
                        .left("")
                        .prose("")
                        .row("sqs", "eu-west-1, us-east-1 and 4 more")
                        .lines(24, Style.PLAIN))
                .containsExactly("sqs  eu-west-1, us-east…");
    }

    @Test
    void showsNothingThatMovesTheCursor() {
        assertThat(new Columns().left("").row("a\u001b[31mb\nc").lines(80, Style.PLAIN))
                .containsExactly("a␦[31mb␦c");
    }

    @Test
    void givesARowALookOfItsOwn() {
        var red = new Style(true);

        assertThat(new Columns().left("").row(red::bad, "x").lines(80, red)).containsExactly("\u001b[31mx\u001b[0m");
    }
}
