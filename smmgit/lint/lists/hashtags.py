"""Hashtags so common that nobody looks there for anything, folded (lower case, no accents)."""

from __future__ import annotations

GENERIC = frozenset(
    """
    love instagood photooftheday fashion beautiful happy cute tbt like4like l4l followme follow4follow f4f
    followforfollow followback picoftheday selfie me instadaily friends repost nature girl fun style smile food
    instalike family
    igers nofilter life amazing instagram instamood bestoftheday pictureoftheday likeforlike likeforlikes
    likesforlike likes4likes follow instapic photo pic viral viralpost viralvideo fyp foryou foryoupage fypage pourtoi
    pourtoipage reels reel reelsinstagram instareels explore explorepage explorer trending trend tendance share like
    likes comment tagsforlikes instacool iphoneonly webstagram throwbackthursday vscocam vsco good instagramers
    goodmorning goodvibes motivation mood moodoftheday bonjour bonheur amour instafrance photodujour jaime partage
    abonnetoi abonnezvous gain gaintrick sub4sub subscribe tiktok
""".split()
)
