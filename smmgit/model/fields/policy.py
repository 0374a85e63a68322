"""Every field of `brand/approvals.yml`, in the order they are written."""

from __future__ import annotations

from smmgit.model.fields.brand import ENTRY_PATTERN
from smmgit.model.fields.field import Field
from smmgit.model.say import Say
from smmgit.model.sending.policy import Approver, Case, Lane, PolicyRule

APPROVER = (
    Field(name="id", kind="text", required=True, pattern=ENTRY_PATTERN, example="lea",
          about=Say("Their name in this file", "Leur nom dans ce fichier")),
    Field(name="name", kind="text", example="Léa Corvaisier", about=Say("Name", "Nom")),
    Field(name="roles", kind="ids", example="[editor]", about=Say("What lanes call them", "Ce que les voies nomment")),
    Field(name="keys", kind="texts", example="[ssh-ed25519 AAAA…]",
          pattern=r"^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\.com"
                  r"|sk-ecdsa-sha2-nistp256@openssh\.com) [A-Za-z0-9+/=]{40,}(?: .*)?$",
          about=Say("SSH public keys they sign with", "Clés SSH publiques avec lesquelles elles signent")),
    Field(name="github", kind="texts", example="[lea-c]", about=Say("GitHub logins", "Comptes GitHub")),
    Field(name="emails", kind="texts", example="[lea@velinotte.example]",
          about=Say("Addresses of their commits", "Adresses de leurs commits")),
)  # fmt: skip

LANE = (
    Field(name="id", kind="text", required=True, pattern=ENTRY_PATTERN, example="normal",
          about=Say("Name of the lane", "Nom de la voie")),
    Field(name="need", kind="number", default="1", about=Say("How many must say yes", "Combien de oui il faut")),
    Field(name="from", kind="ids", required=True, example="[editor]",
          about=Say("Roles or people whose yes counts", "Rôles ou personnes dont le oui compte")),
    Field(name="self_approval", kind="flag", default="false",
          about=Say("True: who wrote it may approve it; the audit shows it",
                    "Vrai : qui l'a écrite peut la valider ; l'audit le montre")),
)  # fmt: skip

CASE = (
    Field(name="channel", kind="ids", refers_to="channel", about=Say("Channels", "Comptes")),
    Field(name="platform", kind="ids", about=Say("Networks", "Réseaux")),
    Field(name="campaign", kind="ids", refers_to="campaign", about=Say("Campaigns", "Campagnes")),
    Field(name="lang", kind="ids", about=Say("Languages", "Langues")),
    Field(name="speaker", kind="ids", refers_to="person", about=Say("Who speaks", "Qui parle")),
    Field(name="pillar", kind="ids", refers_to="pillar", about=Say("Pillars", "Piliers")),
    Field(name="path", kind="texts", example="['content/press/**']", about=Say("Files", "Fichiers")),
    Field(name="contains", kind="ids", choices=("price", "partner", "health"), pattern="^(?:price|partner|health)$",
          example="[price]",
          about=Say("What it speaks of: price, partner or health", "Ce dont elle parle : price, partner ou health")),
    Field(name="words", kind="texts", about=Say("Words in its text", "Des mots de son texte")),
)  # fmt: skip

RULE = (
    Field(name="lane", kind="text", required=True, example="normal",
          about=Say("The lane to take", "La voie à prendre")),
    Field(name="when", kind="group", fields=CASE, build=Case,
          about=Say("When; without it, always", "Quand ; sans rien, toujours")),
)  # fmt: skip

POLICY = (
    Field(name="people", kind="groups", fields=APPROVER, build=Approver,
          about=Say("Who may approve", "Qui peut valider")),
    Field(name="lanes", kind="groups", fields=LANE, build=Lane,
          about=Say("Ways to approval: solo, express, normal, sensitive",
                    "Voies de validation : solo, express, normal, sensitive")),
    Field(name="rules", kind="groups", fields=RULE, build=PolicyRule,
          about=Say("The first that applies chooses the lane; without any, nothing goes out",
                    "La première qui s'applique choisit la voie ; sans règle, rien ne part")),
    Field(name="tolerance", kind="duration", default="15m", example="2h",
          about=Say("How far a time may move without a new yes", "De combien l'heure peut bouger sans nouveau oui")),
    Field(name="trust", kind="ids", default="[signatures]", choices=("signatures", "trailers"),
          pattern="^(?:signatures|trailers)$",
          about=Say("What counts as a yes; `trailers` are words in a commit that anyone can type",
                    "Ce qui vaut un oui ; `trailers` : des mots de commit que chacun peut écrire")),
)  # fmt: skip
