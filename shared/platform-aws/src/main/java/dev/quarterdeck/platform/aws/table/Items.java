package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Write;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes as the parts of a DynamoDB transaction. */
final class Items {
    private final String table;
    private final Instant now;

    Items(TableName table, Instant now) {
        this.table = table.value();
        this.now = now;
    }

    List<TransactWriteItem> of(List<Write> writes) {
        return writes.stream().map(this::of).toList();
    }

    private TransactWriteItem of(Write write) {
        return switch (write) {
            case Write.Put put -> put(put);
            case Write.Delete delete -> delete(delete);
            case Write.Check check -> check(check);
            case Write.Increment increment -> update(increment);
        };
    }

    private TransactWriteItem put(Write.Put put) {
        var expression = new Expression(now);
        var request = Put.builder().tableName(table).item(Columns.item(put.row()));
        if (!put.conditions().isEmpty()) {
            request.conditionExpression(expression.all(put.conditions(), put))
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values());
        }
        return TransactWriteItem.builder().put(request.build()).build();
    }

    private TransactWriteItem delete(Write.Delete delete) {
        var expression = new Expression(now);
        var request = Delete.builder().tableName(table).key(Columns.key(delete.key()));
        if (!delete.conditions().isEmpty()) {
            request.conditionExpression(expression.all(delete.conditions(), delete))
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values());
        }
        return TransactWriteItem.builder().delete(request.build()).build();
    }

    private TransactWriteItem check(Write.Check check) {
        var expression = new Expression(now);
        var request = ConditionCheck.builder()
                .tableName(table)
                .key(Columns.key(check.key()))
                .conditionExpression(expression.all(check.conditions(), check))
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values());
        return TransactWriteItem.builder().conditionCheck(request.build()).build();
    }

    /** Never adds to a row that has expired: such a one must begin anew, and comes back to be judged. */
    private TransactWriteItem update(Write.Increment increment) {
        var expression = new Expression(now);
        String condition = "NOT " + expression.expired();
        if (!increment.conditions().isEmpty()) {
            condition += " AND " + expression.all(increment.conditions(), increment);
        }
        String change = "ADD %s %s, %s %s"
                .formatted(
                        expression.name(Columns.VERSION),
                        expression.value(Values.of(1)),
                        expression.name(Columns.member(increment.counter())),
                        expression.value(Values.of(increment.by())));
        var request = Update.builder()
                .tableName(table)
                .key(Columns.key(increment.key()))
                .updateExpression(change)
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        return TransactWriteItem.builder().update(request.build()).build();
    }
}
