"""``profilelint`` and ``python -m profilelint``: the command line as a process of its own."""

import os
import sys


def run() -> None:
    """Run the command line and leave at once.

    A run that ends early, at a missing file say, does not wait for engines that are still loading
    in the background; nor does any run take the interpreter apart piece by piece.
    """
    from profilelint.cli import main

    code = 0
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads on
        code = code or 1
    os._exit(code)


if __name__ == "__main__":
    if not sys.flags.safe_path and sys.path[:1] == [os.getcwd()]:  # noqa: PTH109
        del sys.path[0]  # “python -m” put the working folder there; nothing of it is ours to run
    run()
