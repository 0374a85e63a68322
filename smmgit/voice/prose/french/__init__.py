"""French as a brand writes it: anglicisms, capitals, ordinals, hours, tu or vous, inclusive forms."""
