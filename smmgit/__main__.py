"""The `smmgit` command: run it, and turn whatever happens into an exit code people can rely on."""

from __future__ import annotations

import atexit
import gc
import os
import sys

BUG = 3


def main(argv: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 findings, 2 usage or configuration, 3 a bug."""
    # A command lives for a moment and makes little cyclic garbage: looking for it every 700 objects costs a tenth.
    gc.set_threshold(50_000, 20, 50)
    code = run(sys.argv[1:] if argv is None else argv)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # the reader of our output left, and was told all it wanted
    # Taking the interpreter apart object by object costs a hook another start; the system does it for nothing.
    os._exit(code)


def run(argv: list[str]) -> int:
    """Run one command and return its exit code; nothing but `KeyboardInterrupt` of a child escapes."""
    from smmgit.errors import SmmgitError

    _import_msgspec()
    try:
        from smmgit.cli.quick import quick

        code = quick(argv)
        return _full(argv) if code is None else code
    except SmmgitError as error:
        from smmgit.cli.output import Output

        Output().note(str(error))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output left (`smmgit plan | head`); that is not our failure.
        sys.stderr.close()
        return 0
    except OSError as error:
        from smmgit.cli.output import Output

        Output().note(_disk_words(error))
        return 2
    except Exception:  # the last line of defence: say it is our fault, keep the details
        return _bug(argv)


def _full(argv: list[str]) -> int:
    """Any command, read by click."""
    import click

    from smmgit.cli.main import cli

    try:
        result = cli.main(args=argv, prog_name="smmgit", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return result if isinstance(result, int) else 0


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it takes along where it is installed and has no need of.

    The names it wants from there are all in this Python's typing; the import costs half an empty process.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def _disk_words(error: OSError) -> str:
    where = f" {error.filename!r}" if error.filename else ""
    return f"The system refused{where}: {error.strerror or error}. Nothing was half-written; mend this and run again."


def _bug(argv: list[str]) -> int:
    import tempfile
    import traceback

    from smmgit import __version__
    from smmgit.cli.output import Output

    out = Output()
    with tempfile.NamedTemporaryFile("w", prefix="smmgit-bug-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"smmgit {__version__}, Python {sys.version}\narguments: {argv!r}\n\n")
        traceback.print_exc(file=log)
    last = traceback.format_exc(limit=-1).strip().splitlines()[-1]
    out.note(f"This is a bug in smmgit, not in your content: {last}")
    out.note(f"Please report it with the details in {log.name} (look through them first: they may quote your posts).")
    return BUG


if __name__ == "__main__":
    main()
