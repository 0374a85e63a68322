"""The field tables: one table per kind of file gives parser, schema, `fmt`, lint, forms and docs."""
