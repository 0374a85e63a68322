"""A text and a set of rules in, alerts out: pure, and the same whatever ran before.

`RuleSet` is made once for many texts. `judge` runs it over a file, `judge_post` over what a network shows of a post.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from smmgit.voice.action import suggestions
from smmgit.voice.alert import Alert, Silenced, Verdict
from smmgit.voice.checks.check import Check, Hit, Memory
from smmgit.voice.comments import Switches
from smmgit.voice.document.block import Block, Comment, Front, Tally
from smmgit.voice.document.read import blocks, raw, sanitized, summary
from smmgit.voice.message import filled, listed, one_line
from smmgit.voice.pattern import dialect, index
from smmgit.voice.rule import LEVELS, Level, Rule
from smmgit.voice.scope import fits, wants
from smmgit.voice.selection import Chosen

LARGEST = 2_000_000  # characters of a text


class RuleSet:
    """Rules ready to run together. `known` is what patterns promise, as far as an earlier run found out."""

    def __init__(self, checks: Sequence[Check], known: Mapping[str, index.Promise] | None = None) -> None:
        self.checks = list(checks)
        patterns = {check.pattern for check in self.checks} - {""}
        self.known = {pattern: (known or {}).get(pattern) or index.promise(pattern) for pattern in patterns}
        self._by_scope: dict[tuple[frozenset[str], tuple[int, ...]], tuple[list[int], index.Index]] = {}
        self._chosen: dict[tuple[object, ...], tuple[int, ...]] = {}
        self.sentences = any(wants(check.scope, "sentence") for check in self.checks)
        self.paragraphs = any(wants(check.scope, "paragraph") for check in self.checks)

    def chosen(self, chosen: Chosen, least: int) -> tuple[int, ...]:
        """The checks that count for a file and are not below a level."""
        key = (chosen.styles, *sorted(chosen.rules.items()), *sorted(chosen.everywhere.items()), least)
        if key not in self._chosen:
            self._chosen[key] = tuple(
                number for number, check in enumerate(self.checks)
                if LEVELS[check.rule.level] >= least and chosen.runs(check.rule)
            )  # fmt: skip
        return self._chosen[key]

    def looking(self, chosen: tuple[int, ...], scope: frozenset[str]) -> tuple[list[int], index.Index]:
        """The checks (of these) that look at blocks of this scope, and the index of their patterns."""
        key = (scope, chosen)
        if key not in self._by_scope:
            own = [number for number in chosen if fits(self.checks[number].scope, scope)]
            known = [self.known.get(self.checks[n].pattern, index.Promise()) for n in own]
            self._by_scope[key] = own, index.Index([self.checks[n].pattern for n in own], known)
        return self._by_scope[key]


def judge(
    text: str, rules: RuleSet, chosen: Chosen, suffix: str, *, min_level: Level = "suggestion",
    front: Front | None = None, plain: bool = False,
) -> Verdict:  # fmt: skip
    """Everything the rules chosen for a file say about its text, as Vale reads it.

    `plain` runs every pattern over everything instead of asking the index first; the result is the same.
    """
    if len(text) > LARGEST:
        return Verdict(too_large=True)
    text = sanitized(text)
    run = _Judgement(text, rules, chosen, LEVELS[min_level], plain)
    tally = Tally()
    run.memory.structure = tally.structure
    run.read(blocks(text, chosen.kind, suffix, chosen.reading, tally, _ignored, front))
    run.switches.reset()
    run.read((summary(tally, suffix), raw(text, suffix)))
    return run.verdict()


def judge_post(
    text: str, rules: RuleSet, chosen: Chosen, *, platform: str = "", min_level: Level = "suggestion"
) -> Verdict:  # fmt: skip
    """Everything the rules say about one part of a post as a network shows it."""
    if len(text) > LARGEST:
        return Verdict(too_large=True)
    from smmgit.voice.social import post_blocks

    run = _Judgement(text, rules, chosen, LEVELS[min_level])
    run.read(post_blocks(text, platform))
    summed = "".join(f"{part}\n\n" for part in text.split("\n\n"))
    run.read((Block(summed, (), frozenset(("summary",))),))
    return run.verdict()


class _Judgement:
    """One text being judged."""

    def __init__(self, text: str, rules: RuleSet, chosen: Chosen, least: int, plain: bool = False) -> None:
        self.text, self.rules, self.plain = text, rules, plain
        self.chosen = rules.chosen(chosen, least)
        self.lines = _Lines(text)
        self.switches = Switches(chosen.styles)
        self.memory = Memory()
        self.alerts: dict[tuple[int, int, str], Alert] = {}
        self.said: dict[str, int] = {}
        self.slow: dict[str, None] = {}
        self.unreadable: dict[str, str] = {}
        self.silenced: list[Silenced] = []

    def read(self, stream: Iterable[Block | Comment]) -> None:
        """Look at every block in turn; comments switch rules off and on in between."""
        for block in stream:
            if isinstance(block, Comment):
                self.switches.read(block.text)
                continue
            if block.prose:
                self._parts(block)
            self._look(block)

    def verdict(self) -> Verdict:
        """All that was said, in reading order."""
        order = sorted(self.alerts.values(), key=lambda alert: (alert.line, alert.column, alert.check))
        return Verdict(tuple(order), tuple(self.slow), tuple(self.unreadable.items()), tuple(self.silenced))

    def _parts(self, block: Block) -> None:
        """Running text is also read by paragraph and by sentence, where a rule wants that."""
        if self.rules.paragraphs:
            start = 0
            for piece in block.text.split("\n\n"):
                end = min(start + len(piece) + 2, len(block.text))
                self._look(block.part(start, end, "paragraph"))
                start = end
        if self.rules.sentences:
            from smmgit.voice.prose.sentences import sentences

            for start, end in sentences(block.text):
                self._look(block.part(start, end, "sentence"))

    def _look(self, block: Block) -> None:
        if self.switches.off:
            return
        own, known = self.rules.looking(self.chosen, block.scope)
        if not own:
            return
        text = block.text
        found = dict.fromkeys(range(len(own))) if self.plain else known.candidates(index.Prepared(text))
        for place in sorted(found):
            check = self.rules.checks[own[place]]
            name = check.rule.name
            if name in self.slow or name in self.unreadable or self.switches.silent(name):
                continue
            try:
                matches = index.matches(check.pattern, text, found[place]) if check.pattern else ()
                for hit in check.hits(text, matches, self.memory, self._silence(check.rule, block)):
                    self._say(check, block, hit)
            except dialect.TooSlow:
                self.slow[name] = None
            except dialect.PatternError as error:
                self.unreadable[name] = str(error)

    def _say(self, check: Check, block: Block, hit: Hit) -> None:
        rule = check.rule
        match = block.text[hit.start : hit.end] if hit.start >= 0 else ""
        start, stop, line, column, end = self._place(block, hit)
        if self.switches.silent(rule.name, match):
            self.silenced.append(Silenced(rule.name, line, column, match, "comment"))
            return
        key = (line, column, rule.name)
        if key in self.alerts:
            return
        if rule.limit and self.said.get(rule.name, 0) >= rule.limit:
            self.silenced.append(Silenced(rule.name, line, column, match, f"limit: {rule.limit}"))
            return
        self.said[rule.name] = self.said.get(rule.name, 0) + 1
        values = self._values(check, hit, match)
        self.alerts[key] = Alert(
            check=rule.name, message=one_line(filled(hit.message or rule.message, values)), level=rule.level,
            line=line, column=column, end=end, match=match, link=rule.link,
            description=filled(rule.description, values), action=hit.action or rule.action, start=start, stop=stop,
        )  # fmt: skip

    @staticmethod
    def _values(check: Check, hit: Hit, match: str) -> Sequence[object]:
        """What fills the message; a rule with an action also knows what to write."""
        action = check.rule.action
        if len(hit.values) == 1 and hit.values[0] == match and action.name and "%" in check.rule.message:
            offers = suggestions(action, match)
            return (match, offers[0] if len(offers) == 1 else listed(offers) if offers else match)
        return hit.values

    def _place(self, block: Block, hit: Hit) -> tuple[int, int, int, int, int]:
        if hit.start < 0 or not block.spots or "summary" in block.scope:
            return 0, 0, 1, 1, 1
        first = block.spots[min(hit.start, len(block.spots) - 1)]
        last = block.spots[min(max(hit.end - 1, hit.start), len(block.spots) - 1)]
        line, column, width = self.lines.of(first)
        length = hit.end - hit.start
        return first, max(last, first) + 1, line, column, max(min(column + length - 1, width), 1)

    def _silence(self, rule: Rule, block: Block) -> Callable[[int, int, str, str], None]:
        def note(start: int, end: int, match: str, by: str) -> None:
            _, _, line, column, _ = self._place(block, Hit(start, end, ()))
            self.silenced.append(Silenced(rule.name, line, column, match, by))

        return note


class _Lines:
    """Lines and columns of a text, both from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        for line in text.split("\n")[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.size = len(text)

    def of(self, place: int) -> tuple[int, int, int]:
        """Line, column and the width of the line with its end."""
        from bisect import bisect_right

        line = bisect_right(self.starts, place)
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else self.size
        return line, place - start + 1, end - start


def _ignored(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a team's own ignore pattern matches; one that cannot be read or takes too long ignores nothing."""
    try:
        yield from dialect.spans(pattern, text)
    except (dialect.PatternError, dialect.TooSlow):
        return
