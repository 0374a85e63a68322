"""History: the one place that runs git, and the ledger kept in it."""
