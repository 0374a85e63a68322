"""Voice rules: a large style over many posts, cold; and the same rules one by one, for comparison."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator

from benchmarks.corpus import EN, FR, paragraph
from benchmarks.measure import cpu
from benchmarks.row import SMMGIT, Bench, Line

RULES = 300
TERMS = 33  # of a rule; about ten thousand patterns in all, as in the public styles taken together
PLAIN = 60  # texts judged without the index


def measure(bench: Bench) -> Iterator[Line]:
    """Seconds for 10,000 texts, the whole command; and how much the index saves."""
    folder = os.path.join(bench.folder, "voice")
    texts = make(folder, bench.posts)
    scale = 10_000 / bench.posts
    seconds, memory, out = cpu([SMMGIT, "voice", "--no-exit", "content"], runs=1, cwd=folder)
    counts = f"{RULES} rules, {len(out.splitlines())} alerts, {memory:.0f} MB"
    yield Line("voice: 10,000 texts, 300 rules, whole command", seconds * scale, "s", 16, counts)
    one = os.path.join("content", os.listdir(os.path.join(folder, "content"))[0])
    seconds, _, _ = cpu([SMMGIT, "voice", "--no-exit", one], runs=5, cwd=folder)
    yield Line("voice: one text, 300 rules", seconds / bench.base, "B", 40, "styles read anew")
    fast, slow = compare(folder, texts[:PLAIN])
    yield Line("voice: share of the time of plain searches", fast / slow, "x", 0.25, f"{PLAIN} texts, in process")


def compare(folder: str, texts: list[str]) -> tuple[float, float]:
    """Seconds with the index and without, over the same texts."""
    from smmgit.files.styles.vale import load
    from smmgit.jobs.voice import Session
    from smmgit.voice.engine import judge

    session = Session(load(os.path.join(folder, ".vale.ini")))
    chosen = session.settings.chosen("content/a.md")
    taken = []
    for plain in (False, True):
        judge(texts[0], session.rules, chosen, "md", plain=plain)  # patterns are compiled when first used
        start = time.process_time()
        for text in texts:
            judge(text, session.rules, chosen, "md", plain=plain)
        taken.append(time.process_time() - start)
    return taken[0], taken[1]


def make(folder: str, size: int, seed: int = 11) -> list[str]:
    """Write a style of `RULES` rules and `size` texts below a folder; returns the texts."""
    rng = random.Random(seed)
    style = os.path.join(folder, "styles", "Bench")
    os.makedirs(style, exist_ok=True)
    os.makedirs(os.path.join(folder, "content"), exist_ok=True)
    with open(os.path.join(folder, ".vale.ini"), "w", encoding="utf-8") as file:
        file.write("StylesPath = styles\n\n[*.md]\nBasedOnStyles = Bench\n")
    for number in range(RULES):
        with open(os.path.join(style, f"Rule{number:03d}.yml"), "w", encoding="utf-8") as file:
            file.write(rule(number, rng))
    texts = []
    for number in range(size):
        words = FR if rng.random() < 0.3 else EN
        text = "\n\n".join(paragraph(rng, words, rng.randint(80, 300)) for _ in range(rng.randint(1, 2))) + "\n"
        texts.append(text)
        with open(os.path.join(folder, "content", f"text-{number:06d}.md"), "w", encoding="utf-8") as file:
            file.write(text)
    return texts


def rule(number: int, rng: random.Random) -> str:
    """One rule: mostly phrases, some with a choice or a gap, a few that begin with anything."""
    terms = []
    for _ in range(TERMS):
        first, second = rng.choices(EN + FR, k=2)
        own = f"{second[:3]}{rng.choice(EN)[:4]}{rng.choice(FR)[-3:]}"  # a word nobody has written yet
        shape = rng.random()
        if shape < 0.01:
            terms.append(f"{first} {second}")
        elif shape < 0.86:
            terms.append(rng.choice((own, f"{own} {second}", f"{first} {own}", f"{first} of {own}")))
        elif shape < 0.97:
            terms.append(rng.choice((rf"{own}(?:s|ed)?", rf"{first}\\s+{own}", rf"(?:very|more) {own}")))
        else:
            terms.append(rf"(?:re)?{own}ing")
    head = f'message: "Not %s."\nlevel: {rng.choice(["warning", "suggestion", "error"])}\nignorecase: true\n'
    if number % 4 == 3:
        pairs = "\n".join(f'  "{term}": other' for term in dict.fromkeys(terms))
        return f"extends: substitution\n{head}swap:\n{pairs}\n"
    if number % 30 == 0:
        return f'extends: existence\n{head}tokens:\n  - "\\\\w+{terms[0][:2]}ly"\n'
    return f"extends: existence\n{head}tokens:\n" + "".join(f'  - "{term}"\n' for term in terms)
