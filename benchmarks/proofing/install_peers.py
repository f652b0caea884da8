"""Put the peers of the proofing benchmark into ``.peers/``, each apart from the others and from us.

Nothing enters the project's environment or the machine: Python packages get an environment each,
npm's a folder, and Debian's are unpacked without being installed. What is there already is left
alone. A peer that cannot be had is told in a line, and the benchmark runs without it.

Harper and pyspellchecker come with the project, and LanguageTool with ``make languagetool``.

Usage: .venv/bin/python benchmarks/proofing/install_peers.py
"""

import gzip
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence

from benchmarks.proofing.peer import Peer
from benchmarks.proofing.peers import PEERS
from benchmarks.proofing.peers.command import run
from benchmarks.proofing.peers.debian import environment
from benchmarks.proofing.peers.folder import home, note

Step = Callable[[str, Sequence[str]], None]


def main() -> None:
    if len(sys.argv) > 1:
        sys.exit((__doc__ or "").strip())
    for name, (install, packages) in INSTALLED.items():
        ensure(name, install, packages)
    for peer in PEERS:
        say(f"{peer.name:20} {state(peer)}")


def ensure(name: str, install: Step, packages: Sequence[str]) -> None:
    """Install a peer, unless just these packages are there."""
    wanted = "".join(f"{package}\n" for package in packages)
    if note(name).exists() and note(name).read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(home(name), ignore_errors=True)
    home(name).mkdir(parents=True)
    try:
        install(name, packages)
    except (OSError, RuntimeError, subprocess.CalledProcessError) as reason:
        say(f"{name:20} cannot be installed: {' '.join(str(reason).split())}")
    else:
        note(name).write_text(wanted, encoding="utf-8")


def state(peer: Peer) -> str:
    """Which version runs; one that is there and does not start is as good as not installed."""
    reason = peer.available()
    if reason is not None:
        return f"left out: {reason}"
    try:
        return peer.version()
    except (OSError, RuntimeError) as error:
        note(peer.name).unlink(missing_ok=True)
        return f"left out: {' '.join(str(error).split())}"


def from_pypi(name: str, packages: Sequence[str]) -> None:
    """Install Python packages into an environment of their own."""
    venv.create(home(name), with_pip=False, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--python", str(home(name) / "bin/python"), "install", *packages], home(name))


def from_npm(name: str, packages: Sequence[str]) -> None:
    """Install packages of npm, without running what they bring."""
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    run(["npm", "install", f"--prefix={home(name)}", *quiet, *packages], home(name))


def from_debian(name: str, packages: Sequence[str]) -> None:
    """Unpack packages of Debian, and note their versions."""
    folder = home(name)
    download = ["apt-get", "download", *packages]
    try:
        run(download, folder)
    except RuntimeError:  # perhaps the lists of packages were never fetched, or are old
        subprocess.run(["apt-get", "update"], capture_output=True, check=False)
        run(download, folder)
    versions = ""
    for file in sorted(folder.glob("*.deb")):
        run(["dpkg-deb", "--extract", file, folder], folder)
        versions += run(
            ["dpkg-deb", "--show", "--showformat=${Package} ${Version}\n", file], folder
        )
        file.unlink()
    (folder / "packages.txt").write_text(versions, encoding="utf-8")


def aspell(name: str, packages: Sequence[str]) -> None:
    """Unpack aspell, and build its word lists as its installation would."""
    from_debian(name, packages)
    folder = home(name)
    data = folder / "usr/lib/aspell"
    for link in data.glob("*.rws"):  # into /var, where the installation builds them
        link.unlink()
    for words in ("en-common", "en_US-w_accents-only", "en_US-wo_accents-only"):
        packed = gzip.decompress((folder / f"usr/share/aspell/{words}.cwl.gz").read_bytes())
        plain = subprocess.run(
            [folder / "usr/bin/prezip-bin", "-d"], input=packed, capture_output=True, check=True
        ).stdout
        options = ["--lang=en", f"--data-dir={data}", f"--dict-dir={data}"]
        subprocess.run(
            [folder / "usr/bin/aspell", *options, "create", "master", data / f"{words}.rws"],
            input=plain,
            env=environment(name),
            capture_output=True,
            check=True,
        )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


INSTALLED: dict[str, tuple[Step, Sequence[str]]] = {
    "hunspell": (from_debian, ("hunspell", "libhunspell-1.7-0", "hunspell-en-us")),
    "aspell": (aspell, ("aspell", "libaspell15", "aspell-en")),
    # The last that runs on Node.js 20.
    "cspell": (from_npm, ("cspell@9.8.0", "@cspell/cspell-json-reporter@9.8.0")),
    "codespell": (from_pypi, ("codespell>=2.4.1",)),
    "typos": (from_pypi, ("typos==1.52.0",)),
    "proselint": (from_pypi, ("proselint==0.16.0",)),
}


if __name__ == "__main__":
    main()
