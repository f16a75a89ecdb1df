"""What the ledger holds: functions that return a Select, and filters that narrow one."""
