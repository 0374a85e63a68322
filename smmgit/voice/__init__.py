"""Brand voice: a team's own style rules, in Vale's format, applied to what each channel will show."""
