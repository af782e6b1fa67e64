package org.mirrorbook.journal.jpa;

/** The tables that are written and read by plain SQL. */
final class Tables {

    final Table<TradeRow> trades = new Table<>(TradeRow.class);
    final Table<ExecutionRow> executions = new Table<>(ExecutionRow.class);
    final Table<ProtectionRow> protections = new Table<>(ProtectionRow.class);
    final Table<TradeEventRow> events = new Table<>(TradeEventRow.class);
    final Table<OpenPositionRow> positions = new Table<>(OpenPositionRow.class);
    final Table<ClosingRecordRow> records = new Table<>(ClosingRecordRow.class);
    final Table<CursorRow> cursors = new Table<>(CursorRow.class);
}
