"""Sentences people really write: what each rule must leave alone, and what it must not miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.lint.example import Example, picture
from tests.examples.tree import judged

FINE = [
    ("hashtags/cut", "Join us at #Europe's largest fair, we are #1, issue #12-a, C# and #C, see https://a.org/#l'ete"),
    ("hashtags/cut", "#MoisSansTabac #été2026 #L_Été, rendez-vous au n°#3"),
    (
        "links/malformed",
        "ftp://a.org sftp://b.org smtp:25 http://a.org/x https://b.org:8080/y?u=https://c.org Note : ok",
    ),
    ("links/malformed", "Deux points : https, http et tps. Voir aussi (https://a.org). L'option ttps ? Non."),
    ("links/shortener", "https://orbit.ly/x https://habit.lyon.fr/y le site t.com/z et notre chat.co/abc"),
    ("markup/leftover", "5 * 3 * 2, **/*.py dans `**/*.py`, R&D, a<b et c>d, <3, x ** y, « & » et &co;"),
    ("markup/leftover", "[promis](non) [voir] (https://a.org) {merci} _oui_ ~ 3 h ~~"),
    ("markup/lost", "étudiant*e*s, snake_case_name, 2*3*4 = 24, _papeterie_lune et https://a.org/_x_/y_z"),
    ("markup/shortcode", "9:30:15, ::1, std::vector::iterator, https://a.org:80:x, Q : R : S, «:» et a:b:c"),
    ("text/hidden-characters", "👩‍🚀 👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 « oui » 10\u202f000 می‌خواهم"),
    ("text/same-everywhere", "Court."),
    ("section/unknown-target", "\\## Nos prix\n\n### Petit titre\n\n```\n## code\n```"),
]
WRONG = [
    ("hashtags/cut", "Demain #aujourd'hui"),
    ("hashtags/cut", "Le #bien-être au travail"),
    ("links/malformed", "Voir http//a.org/x"),
    ("links/malformed", "Voir https:a.org/x"),
    ("links/malformed", "Voir hhttps://a.org/x"),
    ("links/malformed", "Voir https:///a.org/x"),
    ("links/malformed", "Voir https://lune/x"),
    ("links/malformed", "Voir HTTPS://HTTPS://a.org"),
    ("links/shortener", "Voir www.bit.ly/x"),
    ("links/shortener", "Voir (https://tinyurl.com/x)"),
    ("markup/leftover", "Le carnet **rouge est là"),
    ("markup/leftover", "Tom &amp; Jerry"),
    ("markup/leftover", "Un<br/>deux"),
    ("markup/leftover", 'Voir <a href="https://a.org">ici'),
    ("markup/lost", "Un __carnet__ rouge"),
    ("markup/lost", "# Le titre\n\nLe texte"),
    ("markup/lost", "> Une citation\n\nLe texte"),
    ("markup/shortcode", "C'est parti :tada::rocket: !"),
    ("text/hidden-characters", "soft\u00adhyphen"),
    ("text/hidden-characters", "left\u200eright"),
    ("text/hidden-characters", "join\u200ded"),
]
POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, linkedin]\n---\n"


@pytest.mark.parametrize(("rule", "text"), FINE)
def test_left_alone(rule: str, text: str, tmp_path: Path) -> None:
    assert [
        finding.message.en for finding in judged(Example(post=POST + text + "\n"), tmp_path, frozenset({rule}))
    ] == []


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_not_missed(rule: str, text: str, tmp_path: Path) -> None:
    found = judged(Example(post=POST + text + "\n"), tmp_path, frozenset({rule}))
    assert [finding.rule for finding in found] == [rule]


ALTS = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    '  - file: carnet.jpg\n    alt: "{}"\n---\nLe carnet.\n'
)


@pytest.mark.parametrize(
    "alt",
    [
        "White-blue GCC2024 banner with the silhouette of the old town of Brno",
        "Photographe au travail dans son atelier",
        "Imagerie médicale d'un genou droit",
        "Léa relie un carnet",
        "一本红色的笔记本放在桌上",
        "Graph: sales doubled from March to June",
    ],
)
def test_a_telling_alt_text(alt: str, tmp_path: Path) -> None:
    example = Example(post=ALTS.format(alt), media=picture("carnet.jpg"))
    assert judged(example, tmp_path, frozenset({"alt/weak"})) == ()


@pytest.mark.parametrize(
    "alt",
    ["image", "graphical abstract", "Logo", "carnet", "carnet.jpg", "IMG_1234", "Image of a red notebook",
     "Photo d’un carnet", "Une capture d'écran", "...", "Screenshot"],
)  # fmt: skip
def test_an_alt_text_that_tells_nothing(alt: str, tmp_path: Path) -> None:
    example = Example(post=ALTS.format(alt), media=picture("carnet.jpg"))
    assert [finding.rule for finding in judged(example, tmp_path, frozenset({"alt/weak"}))] == ["alt/weak"]
