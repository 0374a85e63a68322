"""A script rule brought to a shape: without names, spaces, comments, imports and constants of its own."""

from __future__ import annotations

from msgspec import Struct

from smmgit.text.late import late

_TOKEN = late(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|`[^`]*`)"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<sign>:=|\+=|-=|\+\+|--|==|!=|<=|>=|&&|\|\||[-+*/%<>=!.,:;?()\[\]{}])"
    r"|(?P<space>\s+)|(?P<other>.)",
    16,  # re.DOTALL
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "'": "'", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_OWN = frozenset(
    "text fmt math scope matches len append begin end message true false undefined import in for if else break "
    "continue func return is_undefined string int float copy".split()
)
_PLAIN = {"\n": "NEWLINE", " ": "BLANK", "": "EMPTY"}
_SAME = (
    (r"(v\d+) != undefined", r"\1"),
    (r"! is_undefined \( (v\d+) \)", r"\1"),
    (r"(v\d+) == undefined|is_undefined \( (v\d+) \)", r"! \1\2"),
    (r"(v\d+) (?:!= - ONE|> - ONE)", r"\1 >= ZERO"),
    (r"(v\d+) (?:\+\+|= \1 \+ ONE)", r"\1 += ONE"),
    (r"(v\d+) = \1 \+ ", r"\1 += "),
    (r"text \. fields \( ((?:text \. trim_space \( )?\w+(?: \))?) \)", r"text . split ( \1 , BLANK )"),
    (r"text \. split \( text \. trim_space \( (\w+) \) , BLANK \)", r"text . split ( \1 , BLANK )"),
)
_SAME_LATE = tuple((late(pattern), put) for pattern, put in _SAME)
_IMPORT = late(r"(?:text|fmt|math) := import \( S \) ?")


class Shape(Struct, frozen=True):
    """A script without its names: the shape, and the texts and numbers in the order they stand."""

    shape: str
    texts: tuple[str, ...]
    numbers: tuple[float, ...]


def shape_of(source: str, *, bounds: bool = False) -> Shape:
    """What is left of a script without names, spaces, comments, imports and constants. Raises `ValueError`.

    0 and 1 are part of the shape (where something begins, the next one); with `bounds` not after a `>`.
    """
    tokens = _without_prints(_tokens(source))
    tokens = _without_dead_code(_constants_put_in(tokens))
    names: dict[str, str] = {}
    words: list[str] = []
    texts: list[str] = []
    numbers: list[float] = []
    for at, (kind, value) in enumerate(tokens):
        if kind == "string":
            words.append(_PLAIN.get(value, "S"))
            if value not in _PLAIN and not (at > 1 and tokens[at - 2][1] == "import"):
                texts.append(value)
        elif kind == "number":
            fixed = "" if bounds and words[-1:] == [">"] else {"0": "ZERO", "1": "ONE"}.get(value, "")
            words.append(fixed or "N")
            if not fixed:
                numbers.append(float(value))
        elif kind == "name" and value not in _OWN and (at == 0 or tokens[at - 1][1] != "."):
            words.append(names.setdefault(value, f"v{len(names)}"))
        else:
            words.append(value)
    shape = _IMPORT.sub("", " ".join(words) + " ").strip()
    for pattern, put in _SAME_LATE:
        shape = pattern.sub(put, shape)
    return Shape(_numbered(shape), tuple(texts), tuple(numbers))


def _tokens(source: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for one in _TOKEN.finditer(source):
        kind = one.lastgroup or ""
        if kind in ("comment", "space") or one[0] == ";":
            continue
        if kind == "other":
            raise ValueError(one[0])
        if kind == "string":
            found.append((kind, one[0][1:-1] if one[0][0] == "`" else _unescaped(one[0][1:-1])))
        else:
            found.append((kind, one[0]))
    return found


def _unescaped(text: str) -> str:
    out, at = [], 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            out.append(_ESCAPES.get(text[at + 1], "\\" + text[at + 1]))
            at += 2
        else:
            out.append(text[at])
            at += 1
    return "".join(out)


def _without_prints(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The script without `fmt.println(…)`: output goes nowhere in a rule."""
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(tokens):
        if [value for _, value in tokens[at : at + 4]] in (["fmt", ".", "println", "("], ["fmt", ".", "print", "("]):
            depth, at = 1, at + 4
            while at < len(tokens) and depth:
                depth += {"(": 1, ")": -1}.get(tokens[at][1], 0) if tokens[at][0] == "sign" else 0
                at += 1
            continue
        out.append(tokens[at])
        at += 1
    return out


def _without_dead_code(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The script without `if false { … }`: a debugging switch that is off."""
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(tokens):
        if [value for _, value in tokens[at : at + 3]] == ["if", "false", "{"]:
            depth, at = 1, at + 3
            while at < len(tokens) and depth:
                depth += {"{": 1, "}": -1}.get(tokens[at][1], 0) if tokens[at][0] == "sign" else 0
                at += 1
            continue
        out.append(tokens[at])
        at += 1
    return out


def _constants_put_in(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A name that is given a text or a number once, and never again, replaced by it."""
    values: dict[str, tuple[str, str]] = {}
    changed: set[str] = set()
    for at, (kind, value) in enumerate(tokens[:-2]):
        if kind == "name" and tokens[at + 1][1] in (":=", "=", "+=", "-=", "++", "--"):
            ends = at + 3 >= len(tokens) or tokens[at + 3][0] == "name" or tokens[at + 3][1] == "}"
            plain = tokens[at + 2][0] in ("string", "number") or tokens[at + 2][1] in ("true", "false")
            if tokens[at + 1][1] == ":=" and plain and ends and value not in values:
                values[value] = tokens[at + 2]
            else:
                changed.add(value)
    fixed = {name: value for name, value in values.items() if name not in changed and name not in _OWN}
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(tokens):
        kind, value = tokens[at]
        member = bool(out) and out[-1][1] == "."
        if kind == "name" and value in fixed and not member:
            if at + 1 < len(tokens) and tokens[at + 1][1] == ":=":
                at += 3
                continue
            out.append(fixed[value])
        else:
            out.append(tokens[at])
        at += 1
    return out


def _numbered(shape: str) -> str:
    """Names counted anew in the order they are left."""
    names: dict[str, str] = {}
    return " ".join(
        names.setdefault(word, f"v{len(names)}") if word[0] == "v" and word[1:].isdigit() else word
        for word in shape.split()
    )
