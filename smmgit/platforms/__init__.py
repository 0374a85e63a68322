"""Networks: what each allows (specs) and how each is spoken to (adapters)."""
