"""Our own marks: a shape for every state and every platform, drawn once per page and used by name.

None of them is a network's logo; each differs from the others in outline, so that colour is never
needed to tell them apart, and each stands beside (or is labelled with) its word.
"""

from __future__ import annotations

import functools

from markupsafe import Markup

from smmgit.model.say import Say

_LINE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
_WORD = (
    'fill="currentColor" stroke="none" font-family="system-ui,Arial,sans-serif" font-weight="800" text-anchor="middle"'
)

STATES: dict[str, tuple[Say, str]] = {
    "idea": (Say("Idea", "Idée"), f'<circle cx="12" cy="12" r="8" {_LINE} stroke-dasharray="2.5 3.8"/>'),
    "draft": (
        Say("Draft", "Brouillon"),
        f'<path d="M5 19l1-4L16 5l3 3L9 18z" {_LINE}/>',
    ),
    "to-review": (
        Say("To review", "À valider"),
        (
            f'<path d="M2.5 12Q12 1.5 21.5 12Q12 22.5 2.5 12z" {_LINE}/>'
            '<circle cx="12" cy="12" r="3" fill="currentColor"/>'
        ),
    ),
    "scheduled": (
        Say("Scheduled", "Programmé"),
        f'<circle cx="12" cy="12" r="9" {_LINE}/><path d="M12 7v5l3.5 2" {_LINE}/>',
    ),
    "by-hand": (
        Say("To post by hand", "À publier à la main"),
        f'<rect x="7" y="2.5" width="10" height="19" rx="2.5" {_LINE}/><path d="M11 18h2" {_LINE}/>',
    ),
    "published": (
        Say("Published", "Publié"),
        (
            '<circle cx="12" cy="12" r="10" fill="currentColor"/>'
            '<path d="M7.5 12.3l3.2 3.2 5.8-6.5" fill="none" stroke="var(--card)" stroke-width="2.4" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        ),
    ),
    "to-check": (
        Say("To check", "À vérifier"),
        (
            '<path d="M12 2.5L22.5 21h-21z" fill="currentColor" stroke="currentColor" stroke-width="1.5" '
            'stroke-linejoin="round"/>'
            '<path d="M12 9v5.5M12 17.8v.1" fill="none" stroke="var(--card)" stroke-width="2.4" '
            'stroke-linecap="round"/>'
        ),
    ),
    "blocked": (
        Say("Blocked", "Bloqué"),
        (
            '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" fill="currentColor"/>'
            '<path d="M7 12h10" stroke="var(--card)" stroke-width="3" stroke-linecap="round"/>'
        ),
    ),
    "cancelled": (
        Say("Cancelled", "Annulé"),
        f'<path d="M6 6l12 12M18 6L6 18" {_LINE}/>',
    ),
}

SEVERITIES: dict[str, tuple[Say, str]] = {
    "error": (Say("Must be fixed", "À corriger"), STATES["to-check"][1]),
    "warning": (
        Say("Worth a look", "À regarder"),
        f'<path d="M12 3L21 12L12 21L3 12z" {_LINE}/><path d="M12 8.5v4M12 15.5v.1" {_LINE}/>',
    ),
    "suggestion": (
        Say("Suggestion", "Suggestion"),
        f'<circle cx="12" cy="12" r="9" {_LINE}/><path d="M12 11v5M12 7.8v.1" {_LINE}/>',
    ),
}


def _letters(outline: str, word: str, size: int = 11, y: int = 16) -> str:
    return f'{outline}<text x="12" y="{y}" font-size="{size}" {_WORD}>{word}</text>'


_SQUARE = f'<rect x="2.5" y="2.5" width="19" height="19" rx="4" {_LINE}/>'
_ROUND = f'<circle cx="12" cy="12" r="10" {_LINE}/>'
_BUBBLE = f'<path d="M3 4h18v13h-9l-5 4v-4H3z" {_LINE}/>'

PLATFORMS: dict[str, str] = {
    "x": f'{_SQUARE}<path d="M8 8l8 8M16 8l-8 8" {_LINE}/>',
    "bluesky": f'<path d="M7 18a4.5 4.5 0 0 1-.3-9A6 6 0 0 1 18 10.5a3.8 3.8 0 0 1-.5 7.5z" {_LINE}/>',
    "mastodon": _letters(_BUBBLE, "m", 12, 14),
    "threads": _letters(f'<path d="M12 2a10 10 0 1 0 6 18" {_LINE}/>', "@", 12, 16),
    "linkedin": _letters(_SQUARE, "in", 12),
    "facebook": _letters(_ROUND, "f", 15, 17),
    "instagram": f'<rect x="2.5" y="5" width="19" height="15" rx="3" {_LINE}/>'
    f'<circle cx="12" cy="12.5" r="4" {_LINE}/><path d="M8 5l1.5-2.5h5L16 5" {_LINE}/>',
    "pinterest": f'<path d="M12 22C7 16 4.5 13 4.5 9.5a7.5 7.5 0 0 1 15 0C19.5 13 17 16 12 22z" {_LINE}/>'
    '<circle cx="12" cy="9.5" r="2.5" fill="currentColor"/>',
    "tiktok": f'<path d="M10 18V4c2 0 3 4 8 4.5" {_LINE}/><circle cx="7" cy="18" r="3" {_LINE}/>',
    "youtube": f'<rect x="1.5" y="4.5" width="21" height="15" rx="5" {_LINE}/>'
    '<path d="M10 8.5l6 3.5-6 3.5z" fill="currentColor"/>',
    "tumblr": _letters(f'<path d="M5 2.5h14v13a6 6 0 0 1-6 6H5z" {_LINE}/>', "t", 15, 17),
    "reddit": f'<path d="M12 3l7 8h-4v9H9v-9H5z" {_LINE}/>',
    "telegram": f'<path d="M2.5 11.5L21.5 3l-4 18-6-5.5z" {_LINE}/><path d="M11.5 15.5L21.5 3" {_LINE}/>',
    "discord": f'<path d="M6 5h12l4 11-4 3-3-3H9l-3 3-4-3z" {_LINE}/><path d="M9 11v.1M15 11v.1" {_LINE}/>',
    "slack": f'<path d="M9.5 3l-2 18M16.5 3l-2 18M4 8.5h17M3 15.5h17" {_LINE}/>',
    "matrix": _letters(f'<path d="M6 2.5H3v19h3M18 2.5h3v19h-3" {_LINE}/>', "m", 12, 15),
    "google-business": f'<path d="M3 10l2-7h14l2 7zM5 10v11h14V10" {_LINE}/><path d="M10 21v-6h4v6" {_LINE}/>',
    "snapchat": f'<path d="M5 21V10a7 7 0 0 1 14 0v11l-2.3-2-2.4 2-2.3-2-2.3 2-2.4-2z" {_LINE}/>',
    "sandbox": f'<path d="M12 2.5l9 5v9l-9 5-9-5v-9zM3 7.5l9 5 9-5M12 12.5v9" {_LINE}/>',
    "manual": f'<path d="M7 13V6.5a1.7 1.7 0 0 1 3.4 0V11V4.5a1.7 1.7 0 0 1 3.4 0V11V6a1.7 1.7 0 0 1 3.4 0v8'
    f'a7 7 0 0 1-7 7c-3 0-4.5-2-7-6.5a1.7 1.7 0 0 1 3-1.5z" {_LINE}/>',
    "webhook": f'<path d="M12 3v9a5 5 0 1 1-5 5" {_LINE}/><circle cx="12" cy="4" r="1.5" fill="currentColor"/>',
    "buffer": f'<path d="M12 3l9 4.5-9 4.5-9-4.5zM3 12l9 4.5 9-4.5M3 16.5L12 21l9-4.5" {_LINE}/>',
    "unknown": f'{_ROUND}<path d="M9 9.5a3 3 0 1 1 3 3.5v1M12 17v.1" {_LINE}/>',
}

MENU: dict[str, str] = {
    "home": f'<path d="M3 11l9-8 9 8v10h-6v-6H9v6H3z" {_LINE}/>',
    "calendar": f'<rect x="3" y="5" width="18" height="16" rx="2" {_LINE}/>'
    f'<path d="M3 10h18M8 2.5v4M16 2.5v4" {_LINE}/>',
    "agenda": f'<path d="M9 6h12M9 12h12M9 18h12M4 6v.1M4 12v.1M4 18v.1" {_LINE}/>',
    "by-hand": STATES["by-hand"][1],
    "fix": f'<path d="M4 12l5 5L20 6" {_LINE}/>',
    "channels": f'<circle cx="12" cy="8" r="4.5" {_LINE}/><path d="M3.5 21a8.5 8.5 0 0 1 17 0" {_LINE}/>',
    "feed": PLATFORMS["sandbox"],
    "other": f'<rect x="4" y="3" width="16" height="18" rx="2" {_LINE}/><path d="M8 8h8M8 12h8M8 16h5" {_LINE}/>',
    "pause": f'<path d="M8 5v14M16 5v14" {_LINE}/>',
    "next": f'<path d="M5 12h14M13 6l6 6-6 6" {_LINE}/>',
    "previous": f'<path d="M19 12H5M11 6l-6 6 6 6" {_LINE}/>',
    "edit": STATES["draft"][1],
    "play": '<path d="M7 4l13 8-13 8z" fill="currentColor"/>',
    "sound": f'<path d="M4 9h4l5-5v16l-5-5H4zM17 9a4 4 0 0 1 0 6" {_LINE}/>',
    "paper": f'<path d="M6 2.5h8l5 5V21.5H6zM14 2.5v5h5" {_LINE}/>',
    "picture": f'<rect x="3" y="4" width="18" height="16" rx="2" {_LINE}/><path d="M3 17l5-5 4 4 3-3 6 5" {_LINE}/>',
    "star": f'<path d="M12 3l2.7 6 6.3.7-4.7 4.3 1.3 6.5L12 17.2 6.4 20.5l1.3-6.5L3 9.7 9.3 9z" {_LINE}/>',
    "moon": f'<path d="M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z" {_LINE}/>',
}


def _symbols() -> str:
    groups = {
        "st": {name: mark for name, (_, mark) in STATES.items()},
        "sv": {name: mark for name, (_, mark) in SEVERITIES.items()},
        "pf": PLATFORMS,
        "ui": MENU,
    }
    return "".join(
        f'<symbol id="{group}-{name}" viewBox="0 0 24 24">{drawing}</symbol>'
        for group, drawings in groups.items()
        for name, drawing in drawings.items()
    )


SPRITE = Markup('<svg class="sg-sprite" aria-hidden="true" focusable="false">' + _symbols() + "</svg>")  # noqa: S704


@functools.lru_cache(maxsize=256)
def mark(group: str, name: str) -> Markup:
    """The drawing `name` of a group, invisible to screen readers: its word stands beside it."""
    return Markup('<svg class="sg-mark {0}-{1}" aria-hidden="true"><use href="#{0}-{1}"/></svg>').format(group, name)


@functools.lru_cache(maxsize=256)
def platform_mark(platform: str) -> Markup:
    """A platform's mark; one we do not know gets a question mark."""
    return mark("pf", platform if platform in PLATFORMS else "unknown")


def state_word(name: str, lang: str) -> str:
    """What a state is called."""
    return STATES[name][0].in_(lang)
