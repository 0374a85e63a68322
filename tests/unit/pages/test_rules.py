"""Every rule has a page that teaches it, and every remark leads there."""

from __future__ import annotations

from smmgit.lint.registry import all_rules
from tests.unit.pages.conftest import BRAND, Make, pages_of, post


def test_every_rule_has_a_page_and_a_line_in_the_list(view_of: Make) -> None:
    pages = pages_of(view_of())
    listed = str(pages["rules.html"].html)
    for name, rule in all_rules().items():
        page = pages[f"rules/{name}.html"]
        assert page.title == rule.title.fr
        for word in ("Pourquoi", "Comment corriger", "Dérogations"):
            assert f"<h2>{word}</h2>" in page.html, name
        assert "<h2>Ce qui est correct</h2>" in page.html or not rule.good[0].post
        assert f'href="rules/{name}.html"' in listed
        assert page.summary.startswith(name)


def test_a_rule_is_taught_in_english_too(view_of: Make) -> None:
    page = pages_of(view_of(lang="en"))["rules/alt/missing.html"]
    assert page.title == all_rules()["alt/missing"].title.en
    assert "<h2>How to fix</h2>" in page.html


def test_a_remark_leads_to_its_rule_and_the_rule_to_the_posts(view_of: Make) -> None:
    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\n", "Le **carnet**.", title="Le <carnet>"))
    pages = pages_of(view)
    assert [finding.rule for finding in view.findings] == ["markup/lost"]
    assert '<a href="rules/markup/lost.html"><code>markup/lost</code></a>' in pages["fix.html"].html
    assert '<a href="../rules/markup/lost.html">' in pages["posts/carnet.html"].html
    html = str(pages["rules/markup/lost.html"].html)
    assert '<a href="../../posts/carnet.html">Le &lt;carnet&gt;</a>' in html and "1 remarque" in html
    assert "1 remarque" in pages["rules.html"].html


def test_the_brands_own_settings_are_shown(view_of: Make) -> None:
    rules = "rules: {text/repeated: {severity: error, days: 30}, alt/weak: off, alt/missing: warning}\n"
    pages = pages_of(view_of({"brand/brand.yml": BRAND + rules}))
    repeated = str(pages["rules/text/repeated.html"].html)
    assert "is-error" in repeated
    row = repeated.split("<code>days</code></th>")[1].split("</tr>")[0]
    assert "<td>14</td><td>30</td>" in row
    assert "désactivée" in pages["rules/alt/weak.html"].html
    assert "is-warning" in pages["rules/alt/missing.html"].html


def test_the_line_that_is_remarked_is_marked_and_nothing_is_run(view_of: Make) -> None:
    pages = pages_of(view_of())
    assert "<mark>" in pages["rules/markup/lost.html"].html
    assert (
        "&lt;!-- smmgit-disable markup/lost until=2026-12-31: pourquoi --&gt;" in pages["rules/markup/lost.html"].html
    )
    assert "n’admet pas de dérogation" in pages["rules/schema/yaml.html"].html
    assert all("<script" not in page.html for uri, page in pages.items() if uri.startswith("rules"))
