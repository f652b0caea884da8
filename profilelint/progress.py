"""Tells a person at a terminal what is going on, once it takes longer than a second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
"""Seconds that a person waits without wondering."""


@contextmanager
def progress(doing: str, *, shown: bool) -> Iterator[None]:
    """Show a moving line on standard error while the block runs, after the first second.

    Args:
        doing: what is going on.
        shown: whether anybody is to see it; nothing is shown where standard error is no terminal.
    """
    if not (shown and sys.stderr.isatty()):
        yield
        return
    done = threading.Event()
    thread = threading.Thread(target=_tell, args=(doing, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _tell(doing: str, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(doing)):
        done.wait()
