"""``qingwen fetch``: pages are downloaded and cleaned in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    settings,
    verbosity,
)

if TYPE_CHECKING:  # imported where used, so that --help costs no more than typer
    from scraper.fetch import FetchOptions


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
        float, typer.Option("--delay", min=0, metavar="SECONDS", help="Pause between requests to one host.")
    ] = 1.0,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="For one page, everything included.")
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
    if no_clean and not output and not archive:
        raise typer.BadParameter("--no-clean needs -o FOLDER or --archive DIR to keep the pages in")
    from scraper.fetch import FetchOptions
    from scraper.fetch.options import USER_AGENT
    from scraper.online import Job, fetch_addresses

    options = FetchOptions(
        delay=delay,
        timeout=timeout,
        max_bytes=max_bytes,
        retries=retries,
        user_agent=user_agent or USER_AGENT,
        headers=tuple(map(_header, header or ())),
        cookies=cookies,
        proxy=proxy,
        allow_private=allow_private,
        max_pages=max_pages,
    )
    _check(options)
    raw = Path(output or archive or ".") if no_clean else None
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


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip():
        raise typer.BadParameter(f"--header {text!r}: not of the form 'Name: value'")
    return name.strip(), value.strip()


def _check(options: FetchOptions) -> None:
    from http.cookiejar import LoadError, MozillaCookieJar

    if options.proxy:
        from scraper.fetch.client import Client
        from scraper.fetch.failures import FetchFailure

        try:
            Client(options.proxy, None)
        except FetchFailure as failure:
            raise typer.BadParameter(f"--proxy: {failure.detail}") from None
    if options.cookies:
        try:
            MozillaCookieJar().load(str(options.cookies), ignore_discard=True, ignore_expires=True)
        except (OSError, LoadError) as error:
            raise typer.BadParameter(f"--cookies: {error}") from None
