"""The language server: what editors are told while somebody types. Entry point of `smmgit lsp`."""
