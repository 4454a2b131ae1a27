"""Lines by which sites speak to readers in languages that part their words, and lines of documents that do not."""

from __future__ import annotations

import pytest

from cleaners.rules.readers import calls_readers, counts_others, greets, speaks_to_readers


@pytest.mark.parametrize(
    "line",
    [
        "Was this document helpful?",
        "How useful was this paper?",
        "Este documento foi útil?",
        "¿Le pareció útil este documento?",
        "Avez-vous trouvé ce document utile ?",
        "Fanden Sie dieses Dokument nützlich?",
        "Apakah menurut Anda dokumen ini bermanfaat?",
        "Был ли этот документ полезен?",
        "Tài liệu này có hữu ích không?",
        "Flag this content",
        "Cerrar sugerencias",
        "Abrir menu de navegação",
        "Dieses Dokument melden",
        "Поделиться этим документом",
        "Students shared 16 documents in this course",
        "0 notas0% acharam este documento útil (0 voto)",
        "Téléchargez aux formats PDF, TXT ou lisez en ligne",
        "25+ million members",
    ],
)
def test_a_site_speaks_to_its_readers(line: str) -> None:
    assert speaks_to_readers(line)


@pytest.mark.parametrize(
    "line",
    [
        "Is this document confidential?",
        "What do people like about the harbour?",
        "Welcome to our annual dinner, ladies and gentlemen",
        "Students who found the course useful said so.",
        "Close the sluice at high water",
        "Share the work among the crew",
        "View of the harbour from the mole",
        "Report of the Treasurer",
        "El documento más antiguo del archivo",
        "本文档是否有用?",
    ],
)
def test_a_document_does_not(line: str) -> None:
    assert not speaks_to_readers(line)


def test_calls_offer_what_sites_have() -> None:
    assert calls_readers("Sign up for access to the world's latest research")
    assert calls_readers("Prepare for your exams")
    assert not calls_readers("Prepare the ground in autumn")
    assert not calls_readers("Save your strength for the last mile.")


def test_numbers_of_readers_state_nothing_of_a_document() -> None:
    assert counts_others("160+ million publication pages")
    assert not counts_others("Flag this content")
    assert not counts_others("160 pages")


def test_a_greeting_names_one_site() -> None:
    assert greets("Welcome to Papershelf!")
    assert greets("Bem-vindo ao Papershelf")
    assert not greets("Welcome to our annual dinner, ladies and gentlemen")
