"""What people really write on networks: what each rule about words must leave alone, and must not miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.lint.example import Example
from tests.examples.tree import judged

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, linkedin]\nlang: {lang}\n---\n"
FINE = [
    ("a11y/capitals", "fr", "PLU, ZAC et ZFE : la DREAL, l'ADEME et la FNAUT répondent. UE, USA, ONU, OTAN. LVMH !"),
    ("a11y/capitals", "en", "RSVP by Friday. HTML, CSS and SQL. ISO 9001. NO. It is OK. DIY FAQ"),
    ("a11y/capitals", "en", "See @NASA_GO and https://a.org/THIS/IS/NOT/SHOUTING, `SELECT NAME FROM PEOPLE`"),
    ("a11y/emoji-words", "en", "Come by ☕ We are open. Ready for 🎄?"),
    ("a11y/emoji-words", "fr", "C'est le 12 📅 On vous attend. Voilà la suite ! 📚"),
    ("a11y/emoji-run", "en", "From 🇫🇷 to 🇬🇧 by 🚆. 1️⃣ fold 2️⃣ sew 3️⃣ press"),
    ("a11y/fake-bold", "fr", "H₂O, CO₂, m², 10ᵉ, Mᵐᵉ, Mˡˡᵉ, nᵒˢ, Dʳ, le ℝ des maths, ™ ® № ½ et ﬁn"),
    (
        "a11y/hashtag-case",
        "en",
        "#opensourcing #kubernetes #javascript #communications #bioinformatics #covid19",
    ),
    ("a11y/hashtag-case", "fr", "#papeterie #aujourdhui #bienvenue #développement #internationalement #FêteDesMères"),
    ("a11y/ascii-art", "en", "(see below) • one • two ° (a_b) :-) <3 ½ – [x] (°C) (o.O)"),
    ("a11y/separator", "fr", "Un…\n\n- deux\n- trois\n\n***\n\n— Lune"),
    ("hashtags/cut", "en", "#BLACK FRIDAY, #Europe's best, #4.5 stars, see #Reliure. Then #tag…ok #C++"),
    ("hashtags/crowd", "fr", "#un #deux #trois #quatre #cinq, le #1 et C#"),
    ("hashtags/digits", "en", "PR #20261 is merged? No: #1, #12, #123, n°#3"),
    ("hashtags/glued", "fr", "C#, F#m7, a#b, https://a.org/x#ancre, le n°#ABC, «#Papier»"),
    ("hashtags/inside", "en", "A #notebook from #Lyon. We love it!\n#paper #pen #ink #desk"),
    ("hashtags/generic", "en", "#Reliure #lovely #foodtech #lifecycle"),
    (
        "links/tracking",
        "en",
        "https://youtu.be/x?t=30 https://shop.example/p?s=blue&t=3&si=unit https://lune.example/#fbclid=1",
    ),
    (
        "links/shared-file",
        "en",
        "https://docs.google.com/forms/d/e/1F/viewform https://docs.google.com/d/e/2PACX-1v/pub",
    ),
    ("links/private", "en", "https://local.example https://developer.example https://10times.example https://a.dev/x"),
    ("links/http", "en", "https://a.org/?u=http://b.org http:// and ahttp://x"),
    ("links/unlinked", "fr", "Hotel: Lune, tel: voir site. Intel:inside, https://a.org/mailto:x"),
    ("links/several", "en", "One https://a.org/x, again https://a.org/x/"),
    (
        "wording/weekday",
        "fr",
        "Mercredi 25 novembre, jeudi 26, le dimanche 1er novembre 2026, le vendredi 13.",
    ),
    ("wording/weekday", "en", "Sat 21 November. Wed, Nov 25th. Monday, 2 Mar 2026; Sun 30 February; Friday 13"),
    ("wording/weekday", "fr", "Le mercredi 6 janvier, puis samedi 2 janvier ; demain jeudi, hier mardi"),
    ("wording/placeholder", "en", "I was [sic] there […] and [the guide](https://a.org): XXL, Web 2.0, {a}, 100%."),
    ("wording/placeholder", "fr", "Le XXe siècle, taille XX, un carnet [rouge]. Nom, prénom, date : tout est dessus."),
    ("wording/bait", "fr", "Commentez-vous vos lectures ? Partagez avec qui vous voulez. J'aime si fort le papier. RT"),
    (
        "wording/bait",
        "en",
        "Like us, they tag books. Share what you know. Comment on the draft if you can.",
    ),
    ("wording/other-network", "en", "Our profile has a new bio. Don't tap. We retweeted Léa; the bell tower; RT rooms"),
    ("wording/click-here", "fr", "Ici, on relie. C'est ici : venez ! On clique moins, on lit plus."),
    ("wording/no-action", "fr", "Sans pilier promotionnel, rien à demander."),
    ("wording/spaces", "fr", "Un - deux, trois ; à 9 h : ok. Et .com, et ...\n  retrait\n\n`a  b`"),
    ("wording/swipe", "en", "Swipe cards are gone. Il faut défiler au pas."),
]
WRONG = [
    ("a11y/capitals", "fr", "DERNIERS JOURS POUR COMMANDER"),
    ("a11y/capitals", "en", "WE ARE HIRING in Lyon"),
    ("a11y/capitals", "en", "SaLeSaLeSaLe today"),
    ("a11y/emoji-words", "fr", "Nous ❤️ le papier"),
    ("a11y/emoji-words", "en", "Grab your 🎟 now"),
    ("a11y/emoji-run", "en", "Done 🔥 🔥 🔥"),
    ("a11y/fake-bold", "en", "𝒩𝑒𝓌 notebook"),
    ("a11y/fake-bold", "en", "🅝🅔🅦 notebook"),
    ("a11y/fake-bold", "fr", "ɴᴏᴜᴠᴇᴀᴜ carnet"),
    ("a11y/fake-bold", "fr", "ⁿᵒᵘᵛᵉᵃᵘ carnet"),
    ("a11y/hashtag-case", "fr", "#fetedesmeres"),
    ("a11y/hashtag-case", "en", "#mondaymotivation"),
    ("a11y/hashtag-case", "en", "#backtoschool2026"),
    ("a11y/ascii-art", "en", "Why not ¯\\\\_(ツ)_/¯"),
    ("a11y/separator", "fr", "Un\n\n* * * * * *\n\nDeux"),
    ("a11y/separator", "fr", "Un\n\n• • • • •\n\nDeux"),
    ("hashtags/cut", "fr", "Du #prêt-à-porter"),
    ("hashtags/cut", "en", "Meet us at #AT&T"),
    ("hashtags/digits", "fr", "Rendez-vous en #2027"),
    ("hashtags/glued", "en", "#paper#pen"),
    ("hashtags/generic", "fr", "#Bonheur #pourtoi"),
    ("hashtags/inside", "en", "A #notebook with good #paper for your #desk and your #bag every day"),
    ("links/tracking", "en", "https://autre.example/x?igsh=abc"),
    ("links/tracking", "fr", "https://x.com/lune/status/1?s=20&t=abc"),
    ("links/tracking", "en", "https://open.spotify.com/track/1?si=abc"),
    ("links/shared-file", "fr", "https://drive.google.com/file/d/1a/view"),
    ("links/shared-file", "fr", "https://lune-my.sharepoint.com/x"),
    ("links/shared-file", "en", "https://www.figma.com/design/abc"),
    ("links/private", "en", "http://192.168.1.20/x"),
    ("links/private", "en", "https://wiki.internal/x"),
    ("links/http", "en", "(http://a.org/x)"),
    ("links/unlinked", "en", "Call tel:+33102030405"),
    ("wording/weekday", "fr", "Jeudi 25 novembre, portes ouvertes"),
    ("wording/weekday", "fr", "Le lundi 1er janvier 2027"),
    ("wording/weekday", "en", "See you Tue, 1st of Dec. 2027"),
    ("wording/weekday", "en", "Today is Monday"),
    ("wording/weekday", "en", "Saturday, Dec. 25"),
    ("wording/placeholder", "fr", "Bonjour {{ prenom }}"),
    ("wording/placeholder", "fr", "Voir [insérer le lien]"),
    ("wording/placeholder", "en", "Hello [First Name]"),
    ("wording/placeholder", "en", "TBC by Tom"),
    ("wording/placeholder", "fr", "Rendez-vous le XX/XX"),
    ("wording/bait", "fr", "Likez si vous aimez"),
    ("wording/bait", "fr", "Taguez votre meilleure amie"),
    ("wording/bait", "fr", "Commentez « OUI » pour le guide"),
    ("wording/bait", "en", "Comment YES to get it"),
    ("wording/bait", "en", "Double tap if you agree"),
    ("wording/other-network", "en", "Swipe up for more"),
    ("wording/other-network", "fr", "N'oubliez pas le double tap"),
    ("wording/click-here", "fr", "Cliquez ici"),
    ("wording/click-here", "fr", "C’est par ici 👉"),
    ("wording/spaces", "fr", "Un  deux et trois , quatre"),
    ("wording/swipe", "fr", "Faites défiler"),
    ("wording/swipe", "en", "Swipe ➡️"),
    ("wording/promised-link", "en", "The link is in the comments"),
    ("wording/promised-link", "fr", "Lien dans notre profil"),
]


def said(rule: str, lang: str, text: str, root: Path) -> list[str]:
    example = Example(post=POST.replace("{lang}", lang) + text + "\n")
    return [finding.message.en for finding in judged(example, root, frozenset({rule}))]


@pytest.mark.parametrize(("rule", "lang", "text"), FINE)
def test_left_alone(rule: str, lang: str, text: str, tmp_path: Path) -> None:
    assert said(rule, lang, text, tmp_path) == []


@pytest.mark.parametrize(("rule", "lang", "text"), WRONG)
def test_not_missed(rule: str, lang: str, text: str, tmp_path: Path) -> None:
    assert len(said(rule, lang, text, tmp_path)) == 1
