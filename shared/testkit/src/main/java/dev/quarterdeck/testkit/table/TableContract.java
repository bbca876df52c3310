package dev.quarterdeck.testkit.table;

/** What every engine of the table must do. A test of an engine implements this and says how to reach the engine. */
public interface TableContract
        extends RowCases, ConditionCases, TransactionCases, QueryCases, IndexCases, RandomCases {}
