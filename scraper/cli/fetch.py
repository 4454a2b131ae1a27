"""``qingwen fetch``: pages are downloaded and cleaned in one go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from scraper.cli.options import (
    DropsOption,
    FormatOption,
    JobsOption,
    LogFormat,
    LogFormatOption,
    NameOption,
    OutputOption,
    ProfilesOption,
    Punctuation,
    PunctuationOption,
    QuietOption,
    ScriptOption,
    VerboseOption,
    finite,
    settings,
    verbosity,
)

Given = TypeVar("Given")
Result = TypeVar("Result")


def fetch(
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL...", help="Addresses of pages.")] = None,
    input_file: Annotated[
        str | None, typer.Option("-i", "--input", metavar="FILE", help="Addresses, one a line; - for standard input.")
    ] = None,
    output: OutputOption = None,
    form: FormatOption = None,
    script: ScriptOption = "keep",
    punctuation: PunctuationOption = Punctuation.keep,
    profiles: ProfilesOption = None,
    drops: DropsOption = None,
    jobs: JobsOption = None,
    name: NameOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    log_format: LogFormatOption = LogFormat.text,
    delay: Annotated[
        float,
        typer.Option("--delay", callback=finite, min=0, metavar="SECONDS", help="Pause between requests to one host."),
    ] = 1.0,
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout", callback=finite, min=0.1, metavar="SECONDS", help="For one page, everything included."
        ),
    ] = 60.0,
    max_bytes: Annotated[int, typer.Option("--max-bytes", min=1, metavar="N", help="Largest page.")] = 20_000_000,
    retries: Annotated[int, typer.Option("--retries", min=0, metavar="N", help="After what can pass.")] = 2,
    user_agent: Annotated[
        str | None, typer.Option("--user-agent", metavar="TEXT", help="Who asks; give a contact.")
    ] = None,
    header: Annotated[
        list[str] | None, typer.Option("--header", metavar="'NAME: VALUE'", help="One more header, as often as needed.")
    ] = None,
    cookies: Annotated[
        Path | None, typer.Option("--cookies", metavar="FILE", help="Cookies in Netscape's format.")
    ] = None,
    proxy: Annotated[str | None, typer.Option("--proxy", metavar="URL", help="Instead of the environment's.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let redirects lead to private hosts.")
    ] = False,
    max_pages: Annotated[
        int, typer.Option("--max-pages", min=1, metavar="N", help="Of one document spread over linked pages.")
    ] = 20,
    archive: Annotated[
        Path | None, typer.Option("--archive", metavar="DIR", help="Keep what came over the wire, as WARC.")
    ] = None,
    no_clean: Annotated[bool, typer.Option("--no-clean", help="Keep the raw pages in the output folder.")] = False,
) -> int:
    """Download pages, politely, and clean them in one go."""
    from scraper.fetch import FetchOptions
    from scraper.fetch.checks import check_cookies, check_proxy, check_value, parse_header
    from scraper.fetch.options import USER_AGENT
    from scraper.online import Job, fetch_addresses

    raw = None
    if no_clean:
        for_documents = {
            "-f": form is not None,
            "--name": name is not None,
            "--drops": drops is not None,
            "--profiles": profiles is not None,
            "--script": script != "keep",
            "--punctuation": punctuation is not Punctuation.keep,
        }
        raw = _raw_folder(output, archive, [option for option, given in for_documents.items() if given])
    chosen = settings(
        output=None if no_clean else output,
        form=form,
        script=script,
        punctuation=punctuation,
        profiles=profiles,
        drops=drops,
        jobs=jobs,
        name=name,
        verbosity=verbosity(quiet, verbose, log_format),
    )
    options = FetchOptions(
        delay=delay,
        timeout=timeout,
        max_bytes=max_bytes,
        retries=retries,
        user_agent=_checked("--user-agent", check_value, user_agent or USER_AGENT),
        headers=tuple(_checked("--header", parse_header, text) for text in header or ()),
        cookies=cookies and _checked("--cookies", check_cookies, cookies),
        proxy=None if proxy is None else _checked("--proxy", check_proxy, proxy),
        allow_private=allow_private,
        max_pages=max_pages,
    )
    return fetch_addresses(Job(_addresses(urls or [], input_file), options, archive, raw), chosen)


def _addresses(urls: list[str], input_file: str | None) -> list[str]:
    from scraper.fetch.addresses import AddressError, check_address
    from scraper.online import read_list

    def wrong(message: str) -> None:
        raise typer.BadParameter(message)

    found = []
    for url in urls:
        try:
            found.append(check_address(url))
        except AddressError as error:
            wrong(f"{url}: {error}")
    if input_file:
        try:
            found += read_list(input_file, wrong)
        except (OSError, UnicodeDecodeError) as error:
            wrong(f"{input_file}: {error}")
    if not found:
        raise typer.BadParameter("no addresses: give some, or a list with -i FILE")
    return list(dict.fromkeys(found))


def _raw_folder(output: str | None, archive: Path | None, for_documents: list[str]) -> Path:
    """Return where pages are kept as they came; ``for_documents`` are options that mean nothing there."""
    from scraper.target import Place, TargetError, parse_target

    if for_documents:
        raise typer.BadParameter(f"--no-clean keeps the pages as they came; {for_documents[0]} is for documents")
    if not output:
        if archive:
            return archive
        raise typer.BadParameter("--no-clean needs -o FOLDER or --archive DIR to keep the pages in")
    with suppress(TargetError):
        target = parse_target(output, None, None)
        if target.place is Place.FOLDER:
            return target.path
    raise typer.BadParameter(f"{output}: --no-clean keeps the pages in a folder; a folder's name ends with /")


def _checked(option: str, check: Callable[[Given], Result], value: Given) -> Result:
    from scraper.fetch.checks import OptionError

    try:
        return check(value)
    except OptionError as error:
        raise typer.BadParameter(f"{option}: {error}") from None
