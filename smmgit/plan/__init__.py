"""The planner: what goes out when, and where every delivery stands."""
