"""What a rule of a style says: one value per kind of check, with Vale's own field names and defaults."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Level = Literal["suggestion", "warning", "error"]
LEVELS: dict[str, int] = {"suggestion": 0, "warning": 1, "error": 2}


class Action(Struct, frozen=True):
    """How a remark may be mended: `replace`, `remove`, `edit`, `convert` or `suggest`, with its parameters."""

    name: str = ""
    params: tuple[str, ...] = ()


class Rule(Struct, frozen=True, kw_only=True, tag_field="extends"):
    """What every kind of rule has. `name` is `Style.Rule`, `path` and `line` say where it is written."""

    name: str = ""
    message: str
    description: str = ""
    level: Level = "warning"
    scope: tuple[str, ...] = ("text",)
    link: str = ""
    limit: int = 0
    action: Action = Action()
    path: str = ""
    line: int = 1

    @property
    def style(self) -> str:
        """The style the rule belongs to."""
        return self.name.partition(".")[0]


class Existence(Rule, frozen=True, tag="existence"):
    """Something must not be there."""

    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    append: bool = False
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True


class Substitution(Rule, frozen=True, tag="substitution"):
    """Something is better said otherwise."""

    swap: dict[str, str] = {}
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    capitalize: bool = False
    pos: str = ""  # deprecated in Vale, accepted and unused there too


class Occurrence(Rule, frozen=True, tag="occurrence"):
    """Something may be there so many times."""

    token: str = ""
    max: int = 0
    min: int = 0
    ignorecase: bool = False


class Repetition(Rule, frozen=True, tag="repetition"):
    """Something must not follow itself."""

    tokens: tuple[str, ...] = ()
    max: int = 0
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    alpha: bool = False
    vocab: bool = True


class Consistency(Rule, frozen=True, tag="consistency"):
    """One of two ways of writing, but not both in one file."""

    either: dict[str, str] = {}
    nonword: bool = False
    ignorecase: bool = False


class Conditional(Rule, frozen=True, tag="conditional"):
    """Where one thing is, another must be."""

    first: str = ""
    second: str = ""
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    vocab: bool = True


class Capitalization(Rule, frozen=True, tag="capitalization", rename={"case": "style"}):
    """Capitals follow a pattern."""

    match: str = ""
    case: str = ""  # `style` in the file: AP or Chicago
    exceptions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    threshold: float = 0.8
    vocab: bool = True
    prefix: str = ""


class Metric(Rule, frozen=True, tag="metric"):
    """A number reckoned from the text keeps a condition."""

    formula: str = ""
    condition: str = ""


class Readability(Rule, frozen=True, tag="readability"):
    """The text is as easy to read as wanted."""

    metrics: tuple[str, ...] = ()
    grade: float = 0


class Spelling(Rule, frozen=True, tag="spelling"):
    """Words are in the dictionary."""

    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    aff: str = ""
    dic: str = ""
    filters: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    custom: bool = False
    append: bool = False
    threshold: int = 0


class Step(Struct, frozen=True):
    """One word of a sequence: its form, its part of speech, how far away it may be."""

    pattern: str = ""
    tag: str = ""
    skip: int = 0
    negate: bool = False


class Sequence(Rule, frozen=True, tag="sequence"):
    """Words of certain kinds must not follow one another."""

    tokens: tuple[Step, ...] = ()
    ignorecase: bool = False


class Script(Rule, frozen=True, tag="script"):
    """A program decides. Programs of styles are never run; the usual ones are translated."""

    script: str = ""


AnyRule = (
    Existence | Substitution | Occurrence | Repetition | Consistency | Conditional | Capitalization | Metric
    | Readability | Spelling | Sequence | Script
)  # fmt: skip

KINDS: dict[str, type[Rule]] = {
    "capitalization": Capitalization, "conditional": Conditional, "consistency": Consistency,
    "existence": Existence, "occurrence": Occurrence, "repetition": Repetition, "substitution": Substitution,
    "readability": Readability, "spelling": Spelling, "sequence": Sequence, "metric": Metric, "script": Script,
}  # fmt: skip


class Vocabulary(Struct, frozen=True):
    """A team's words: those it accepts as written, and those it does not want."""

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


class Skipped(Struct, frozen=True):
    """A rule that cannot run, and why: never dropped in silence."""

    rule: str
    reason: str
    path: str = ""
    line: int = 1
