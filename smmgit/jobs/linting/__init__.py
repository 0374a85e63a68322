"""Around a judgement: what changed, what is known already, what can be mended."""
