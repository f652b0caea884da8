"""The words that a user accepts: in the project's configuration, or in a file of the user's own.

The user's own file lies where the system keeps settings (``~/.config/profilelint/words.txt`` on
Linux); it holds one word a line, and ``#`` begins a comment. The command line reads it; a program
that imports the library names its words itself.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from profilelint.errors import ConfigError, InputError

_HEAD = "# Words that profilelint takes for right, one a line.\n"


def user_dictionary() -> Path:
    """Where the user's own words are kept."""
    from platformdirs import user_config_path

    return user_config_path("profilelint", appauthor=False) / "words.txt"


def read_words(path: Path, *, needed: bool = True) -> list[str]:
    """Read a file of words.

    Args:
        path: the file.
        needed: whether it must be there.

    Raises:
        ConfigError: it cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        if not needed:
            return []
        raise ConfigError(
            f"{path}: no such file of words", hint="check the key “dictionary”"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})", hint="write it in UTF-8") from error
    words = (line.partition("#")[0].strip() for line in lines)
    return [word for word in words if word]


def accept(words: Sequence[str], config: Path | None) -> tuple[Path, list[str]]:
    """Add words to the project's configuration, or to the user's own file where there is none.

    Args:
        words: the words; those that are there already are passed over.
        config: the project's configuration file, if there is one.

    Returns:
        The file that holds them now, and the words that were new to it.

    Raises:
        InputError: it cannot be written.
        ConfigError: the configuration file is no TOML.
    """
    if config is None:
        path = user_dictionary()
        return path, _append(path, words, known=read_words(path, needed=False))
    document, table = _table(config)
    if isinstance(table.get("dictionary"), str):
        path = config.parent / str(table["dictionary"])
        return path, _append(path, words, known=read_words(path, needed=False))
    listed = table.get("words", [])
    known = [listed] if isinstance(listed, str) else [str(word) for word in listed]
    new = _new(words, known)
    if new:
        table["words"] = _longer(listed, known, new)
        _write(config, document)
    return config, new


def _table(config: Path) -> tuple[Any, Any]:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(config.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise ConfigError(f"{config}: this is no TOML ({error})", hint="mend the file") from error
    if config.name != "pyproject.toml":
        return document, document
    return document, document["tool"]["profilelint"]


def _longer(listed: Any, known: list[str], new: list[str]) -> Any:  # noqa: ANN401  (tomlkit's types)
    """A list with new words at its end, as it was laid out before."""
    import tomlkit

    if isinstance(listed, tomlkit.items.Array):
        listed.extend(new)
        return listed
    array = tomlkit.array()
    array.extend([*known, *new])
    return array


def _append(path: Path, words: Iterable[str], known: Iterable[str]) -> list[str]:
    new = _new(words, known)
    if new:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            old = path.read_text(encoding="utf-8") if path.exists() else _HEAD
            end = "" if old.endswith("\n") or not old else "\n"
            path.write_text(old + end + "".join(f"{word}\n" for word in new), encoding="utf-8")
        except OSError as error:
            raise InputError(
                f"{path}: cannot be written ({error.strerror})",
                hint="check your right to write there",
            ) from error
    return new


def _new(words: Iterable[str], known: Iterable[str]) -> list[str]:
    there = set(known)
    return [word for word in dict.fromkeys(words) if word not in there]


def _write(config: Path, document: Any) -> None:  # noqa: ANN401  (tomlkit's types)
    import tomlkit

    try:
        config.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{config}: cannot be written ({error.strerror})",
            hint="check your right to write there",
        ) from error
