"""The arithmetic of `metric` rules (Tengo's, with `math.*`), worked out without running anything."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from smmgit.text.late import late

_LONGEST = 2_000
_HEADING = late(r"\bheading\.(h[1-6])\b")
_LOGIC = late(r"&&|\|\||!(?!=)")
_CONDITION = late(r"\s*(?:[=!<>]=|[<>])")
_PYTHON = late(r"\b(?:and|or|not|if|else|in|is|lambda|await|for)\b|//|\*\*")


class FormulaError(ValueError):
    """A formula or condition that cannot be worked out; the message says what in it."""


def _divided(a: float, b: float) -> float:
    if isinstance(a, int) and isinstance(b, int):
        if not b:
            raise FormulaError("/ 0")
        return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    if b:
        return a / b
    return math.nan if not a or math.isnan(a) else math.copysign(math.inf, a)


def _remainder(a: float, b: float) -> float:
    if not (isinstance(a, int) and isinstance(b, int) and b):
        raise FormulaError("%")
    return int(math.fmod(a, b))


_SUMS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: _divided,
    ast.Mod: _remainder,
}
_COMPARED: dict[type, Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_CONSTANTS = {
    "e": math.e,
    "pi": math.pi,
    "phi": (1 + math.sqrt(5)) / 2,
    "sqrt2": math.sqrt(2),
    "sqrtE": math.sqrt(math.e),
    "sqrtPi": math.sqrt(math.pi),
    "sqrtPhi": math.sqrt((1 + math.sqrt(5)) / 2),
    "ln2": math.log(2),
    "ln10": math.log(10),
    "log2E": 1 / math.log(2),
    "log10E": 1 / math.log(10),
}
_FUNCTIONS: dict[str, tuple[int, Callable[..., float]]] = {
    "abs": (1, math.fabs),
    "acos": (1, math.acos),
    "asin": (1, math.asin),
    "atan": (1, math.atan),
    "atan2": (2, math.atan2),
    "cbrt": (1, math.cbrt),
    "ceil": (1, math.ceil),
    "cos": (1, math.cos),
    "dim": (2, lambda x, y: max(x - y, 0.0)),
    "exp": (1, math.exp),
    "exp2": (1, lambda x: math.pow(2.0, x)),
    "floor": (1, math.floor),
    "hypot": (2, math.hypot),
    "log": (1, math.log),
    "log10": (1, math.log10),
    "log1p": (1, math.log1p),
    "log2": (1, math.log2),
    "max": (2, max),
    "min": (2, min),
    "mod": (2, math.fmod),
    "pow": (2, math.pow),
    "sin": (1, math.sin),
    "sqrt": (1, math.sqrt),
    "tan": (1, math.tan),
    "trunc": (1, math.trunc),
}


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """The formula's value, `nan` or `inf` where the arithmetic has none. Raises `FormulaError`."""
    result = _work(_parsed(_HEADING.sub(r"heading_\1", formula)), values)
    return float(result)


def holds(condition: str, value: float, values: Mapping[str, float] | None = None) -> bool:
    """Whether a value meets a condition such as `> 8`; `values` are what else it may name. Raises `FormulaError`."""
    if not _CONDITION.match(condition):
        raise FormulaError(condition.strip()[:80])
    # Vale writes the value with six decimals before it compares.
    rounded = round(value, 6) if math.isfinite(value) else value
    return bool(_work(_parsed(f"value__ {condition}"), {**(values or {}), "value__": rounded}))


@lru_cache(256)
def _parsed(source: str) -> ast.expr:
    if len(source) > _LONGEST or _PYTHON.search(source):
        raise FormulaError(source.strip()[:80])
    words = {"&&": " and ", "||": " or ", "!": " not "}
    python = _LOGIC.sub(lambda found: words[found[0]], source.strip())
    try:
        return ast.parse(f"({python})", mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FormulaError(source.strip()[:80]) from None


def _work(node: ast.expr, values: Mapping[str, float], depth: int = 0) -> Any:
    """One node of the formula; only arithmetic, comparison, known names and `math.*` exist."""
    if depth > 100:
        raise FormulaError("too deep")
    try:
        return _step(node, values, depth + 1)
    except OverflowError:
        return math.inf
    except ValueError as error:
        if isinstance(error, FormulaError):
            raise
        return math.nan


def _step(node: ast.expr, values: Mapping[str, float], depth: int) -> Any:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.Name(id="true" | "false" as word):
            return word == "true"
        case ast.Name(id=name):
            if name not in values:
                raise FormulaError(name)
            return float(values[name])
        case ast.Attribute(value=ast.Name(id="math"), attr=name) if name in _CONSTANTS:
            return _CONSTANTS[name]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=arguments, keywords=[]):
            wanted, function = _FUNCTIONS.get(name, (-1, max))
            if wanted != len(arguments):
                raise FormulaError(f"math.{name}")
            return float(function(*(_work(one, values, depth) for one in arguments)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_work(operand, values, depth)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _work(operand, values, depth)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _work(operand, values, depth)
        case ast.BoolOp(op=op, values=parts):
            truths = (_work(one, values, depth) for one in parts)
            return all(truths) if isinstance(op, ast.And) else any(truths)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SUMS:
            return _SUMS[type(op)](_work(left, values, depth), _work(right, values, depth))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARED:
            return _COMPARED[type(op)](_work(left, values, depth), _work(right, values, depth))
    raise FormulaError(ast.unparse(node)[:80])
