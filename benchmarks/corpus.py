"""A repository of any size to measure on: the same bytes for the same size and seed."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess

EN = (
    "paper notebook spiral cover morning letter reader shop window pencil colour light winter list simple honest quiet "
    "careful page corner bright idea question answer friend desk train coffee weekend project garden map recipe story "
    "small large slow quick warm cold new old blue green made found kept wrote drew folded sent opened chose shared"
).split()
FR = (
    "papier carnet spirale couverture matin lettre lecteur boutique vitrine crayon couleur lumière hiver liste simple "
    "honnête calme soigné page coin clair idée question réponse amie bureau train café semaine projet jardin carte "
    "recette histoire petit grand lent rapide chaud froid neuf ancien bleu vert fait trouvé gardé écrit dessiné plié"
).split()
CHANNELS = {
    "x": "x", "bluesky": "bluesky", "mastodon": "mastodon", "linkedin": "linkedin", "threads": "threads",
    "facebook": "facebook", "tumblr": "tumblr", "telegram": "telegram",
}  # fmt: skip
START = dt.datetime(2024, 1, 1, 6, 0)


def sentence(rng: random.Random, words: list[str], least: int = 6, most: int = 14) -> str:
    """A sentence of random words."""
    text = " ".join(rng.choices(words, k=rng.randint(least, most)))
    return text[0].upper() + text[1:] + "."


def paragraph(rng: random.Random, words: list[str], size: int) -> str:
    """Sentences up to about `size` characters."""
    said: list[str] = []
    while sum(map(len, said)) < size:
        said.append(sentence(rng, words))
    return " ".join(said)


def post(number: int, rng: random.Random) -> str:
    """One post of about 1.6 KB with sections for X and LinkedIn; 70 % English, 30 % French."""
    words, lang = (FR, "fr") if rng.random() < 0.3 else (EN, "en")
    at = START + dt.timedelta(minutes=97 * number)
    chosen = ["x", "linkedin", *rng.sample(["mastodon", "threads", "bluesky", "facebook"], 2)]
    return (
        f"---\nid: post-{number:06d}\ntitle: {sentence(rng, words, 3, 5)}\npublish_at: {at:%Y-%m-%d %H:%M}\n"
        f"channels: [{', '.join(chosen)}]\nlang: {lang}\nlink: https://papeterie.example/{number}\n---\n"
        f"{paragraph(rng, words, 170)}\n\n## x\n\n{paragraph(rng, words, 130)}\n\n"
        f"## linkedin\n\n{paragraph(rng, words, 500)}\n\n{paragraph(rng, words, 500)}\n"
    )


def make(root: str, size: int, *, seed: int = 7, git: bool = True) -> list[str]:
    """Write a repository of `size` posts below `root`; returns the posts' paths."""
    rng = random.Random(seed)
    os.makedirs(os.path.join(root, "brand"), exist_ok=True)
    with open(os.path.join(root, "brand/brand.yml"), "w", encoding="utf-8") as file:
        file.write("name: Bench\nlanguages: [en, fr]\ntime_zone: Europe/Paris\nsite: https://papeterie.example\n")
    with open(os.path.join(root, "brand/channels.yml"), "w", encoding="utf-8") as file:
        for channel, platform in CHANNELS.items():
            file.write(f"{channel}:\n  platform: {platform}\n  handle: bench\n")
    paths = []
    for number in range(size):
        at = START + dt.timedelta(minutes=97 * number)
        folder = os.path.join(root, f"content/{at:%Y/%m}")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"post-{number:06d}.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(post(number, rng))
        paths.append(path)
    if git:
        run = ["git", "-C", root, "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
        subprocess.run([*run, "init", "-q", "-b", "main"], check=True)
        subprocess.run([*run, "add", "-A"], check=True)
        subprocess.run([*run, "commit", "-q", "-m", "bench"], check=True)
    return paths
