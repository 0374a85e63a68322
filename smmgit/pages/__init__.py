"""The presenter: a view in, pages of HTML out."""
