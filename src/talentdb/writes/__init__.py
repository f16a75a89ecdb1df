"""What changes the ledger: functions that write in the name of one change set."""
