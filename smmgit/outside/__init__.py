"""Programs and data beside smmgit: found where they are installed, never needed."""
