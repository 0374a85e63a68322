"""French as a brand writes it: figures, capitals, address, inclusive forms, anglicisms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.french.address import Form, address, other_address
from smmgit.voice.prose.french.anglicisms import anglicisms, pairs
from smmgit.voice.prose.french.inclusive import inclusive
from smmgit.voice.prose.french.typography import capitals, hours, initials, numbers, ordinals, small_names
from smmgit.voice.prose.span import Span

Rule = Callable[[str], list[Span]]


def fixed(rule: Rule, text: str) -> str:
    for span in reversed(rule(text)):
        text = text[: span.start] + span.replacements[0] + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        (ordinals, "La 2ème, la 1ère, les 3èmes, le XXIème et le 4th", "La 2e, la 1re, les 3es, le XXIe et le 4e"),
        (ordinals, "le 2eme et la 1ere", "le 2e et la 1re"),
        (hours, "De 9h30 à 18H, puis à 20:15 et 7h00", "De 9 h 30 à 18 h, puis à 20 h 15 et 7 h"),
        (numbers, "Le No 5, le nº7, n°3 et N° 4", "Le N° 5, le n° 7, n° 3 et N° 4"),
        (initials, "La S.N.C.F., l'O.N.U. et trois PMEs", "La SNCF, l'ONU et trois PME"),
        (capitals, "A bientôt ! A Lyon, l'Etat. Ca va, EVENEMENT.", "À bientôt ! À Lyon, l'État. Ça va, ÉVÈNEMENT."),
        (capitals, "« A table ! »\nA 9 h. Etes-vous là ? L'Ile", "« À table ! »\nÀ 9 h. Êtes-vous là ? L'Île"),
        (small_names, "le Lundi 3 Mars, en Anglais", "le lundi 3 mars, en anglais"),
    ],
)  # fmt: skip
def test_what_is_put_right(rule: Rule, text: str, right: str) -> None:
    assert fixed(rule, text) == right
    assert rule(right) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (ordinals, "2e, 1er, 1re, 2nd, 2nde, XXIe, 1ers, 3es, MIXeme, 12emes.pdf, v2.1ere"),
        (hours, "9 h 30, 9 h, 9 heures, 16:9, 3:0, 24h/24, 12:30:05, 1:30"),
        (numbers, "n° 5, N° 5, NO2, numéro 5, non 5"),
        (initials, "J.-C., J. R. R. Tolkien, J.R.R. Tolkien, SNCF, PME, etc., p. 5, iOSs"),
        (capitals, "À bientôt, plan A, A-t-il, A été élu, vitamine A et B, CA, École, AAA, A."),
        (small_names, "Mars attaque. Lundi, nous ouvrons. Un Français. Le mardi. Avril Lavigne"),
    ],
)
def test_what_is_right_is_left_alone(rule: Rule, text: str) -> None:
    assert [text[span.start : span.end] for span in rule(text)] == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Découvre notre carnet, il va te plaire.", "tu"),
        ("Abonne-toi !", "tu"),
        ("Ton carnet t'attend.", "tu"),
        ("🎉 Viens samedi", "tu"),
        ("Découvrez notre carnet.", "vous"),
        ("Votre avis compte.", "vous"),
        ("N'hésitez pas, abonne-toi.", "both"),
        ("Bonjour à toutes et à tous, vous venez ? Ton carnet t'attend.", "tu"),
        ("Rendez-vous jeudi chez nous.", ""),
        ("Le ton de la page est juste.", ""),
        ("Il s'est tu. Assez parlé, allez !", ""),
        ("« Tu viens ? » demande-t-elle.", ""),
        ("@toi #toi https://tu.example/vous `vous`", ""),
        ("Sanchez marque. Il découvre le papier.", ""),
        ("Rendez-vous chez vous.", "vous"),
    ],
)
def test_how_a_text_speaks_to_its_reader(text: str, form: str) -> None:
    assert address(text).form == form


@pytest.mark.parametrize(
    ("text", "wanted", "told"),
    [
        ("Votre carnet et tes encres", "vous", [("tes", ("vos",))]),
        ("Ton carnet et vos encres", "tu", [("vos", ("tes",))]),
        ("Merci à tous, vous êtes là. Ton carnet", "tu", []),
        ("Découvre-le", "vous", [("Découvre-le", ())]),
    ],
)
def test_who_is_spoken_to_otherwise_is_told(text: str, wanted: Form, told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(text[one.start : one.end], one.replacements) for one in other_address(text, wanted)] == told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("les étudiant·es et tou·te·s", ["median", "median"]),
        ("les client.e.s et les salarié.es", ["point", "point"]),
        ("étudiant-e-s", ["hyphen"]),
        ("ami(e)s, acteur(trice)s", ["bracket", "bracket"]),
        ("auteur/trice", ["slash"]),
        ("étudiantEs", ["capital"]),
        ("iels, celleux", ["pronoun", "pronoun"]),
        ("toutes et tous, les clientes et les clients, directeurs ou directrices", ["doublet"] * 3),
        ("les boulangers et boulangères, celles et ceux", ["doublet"] * 2),
        ("sel et poivre, dis-le, prends-en, amazon.es, https://x.example/a·es, 3 · es, et/ou, papier(s)", []),
        ("des papiers et des encres, une encre et un encrier", []),
    ],
)
def test_inclusive_forms(text: str, kinds: list[str]) -> None:
    assert [form.kind for form in inclusive(text)] == kinds


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Notre newsletter", "Notre lettre d'information"),
        ("Deux NEWSLETTERS", "Deux LETTRES D'INFORMATION"),
        ("L'email et l'ère digitale", "L'courriel et l'ère numérique"),
        ("En charge de la com", "Chargé de la com"),
        ("un call-to-action", "un appel à l'action"),
        ("Le feedback, le best-seller", "Le retour, le succès de librairie"),
    ],
)
def test_anglicisms_and_what_french_has(text: str, right: str) -> None:
    assert fixed(anglicisms, text) == right


@pytest.mark.parametrize(
    "text",
    [
        "l'empreinte digitale", "Google News", "« newsletter »", "#newsletter", "https://x.example/newsletter",
        "@newsletter",
        "le chat, le poster, le mail, le support, des sales", "post-it", "une digitale pourpre", "user ses souliers",
        "newsletter.example", "leads-toi",
    ],
)  # fmt: skip
def test_good_french_names_and_quotations_are_left_alone(text: str) -> None:
    assert anglicisms(text) == []


def test_the_list_of_anglicisms_is_long_and_says_something_else() -> None:
    assert pairs() >= 250
    for word in ("checklist", "boostez", "impacter", "postés", "deadlines"):
        assert all(span.replacements and word not in span.replacements for span in anglicisms(f"un {word}"))


RULES: list[Rule] = [
    ordinals, hours, numbers, initials, capitals, small_names, anglicisms,
    lambda text: other_address(text, "tu"), lambda text: other_address(text, "vous"),
]  # fmt: skip
ALPHABET = st.sampled_from(
    [*"aeélnosu AEÉX0129:.,·-()«»'’/hHn°\n", "vous ", "tu ", "post ", "2ème ", "A ", "et ", "🎉", "\u0301"]
)


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_spans_lie_inside_the_text(text: str) -> None:
    for rule in RULES:
        assert all(0 <= span.start < span.end <= len(text) for span in rule(text))
    assert all(text[form.start : form.end] == form.text for form in inclusive(text))
