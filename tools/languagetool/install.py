"""Put LanguageTool 6.8 into a folder, out of the jars that Maven resolves.

For the tests, and for users who cannot reach LanguageTool's own download: Maven goes through
whatever repository or mirror its settings name. The folder has the layout of the download, so that
language-tool-python finds it there (``LTP_PATH=DIR``).

Usage: python tools/languagetool/install.py [DIR]     (.languagetool in this checkout by default)
"""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

VERSION = "6.8"
JAVA = 17
POM = Path(__file__).with_name("pom.xml")
DEFAULT = Path(__file__).resolve().parents[2] / ".languagetool"


def main() -> None:
    """Install into the folder named on the command line, unless it is all there already."""
    if len(sys.argv) > 2 or any(word.startswith("-") for word in sys.argv[1:]):
        sys.exit((__doc__ or "").strip())
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT).resolve()
    home = folder / f"LanguageTool-{VERSION}"
    if not complete(home):
        install(home, tools())
    say(f"LanguageTool {VERSION} is in {home}; elsewhere than in this checkout, LTP_PATH={folder}")


def complete(home: Path) -> bool:
    """Whether the server's jar is there, and every jar it names."""
    jar = home / "languagetool-server.jar"
    try:
        with zipfile.ZipFile(jar) as archive:
            manifest = archive.read("META-INF/MANIFEST.MF").decode()
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    names = re.findall(r"libs/\S+", manifest.replace("\r\n ", ""))
    return bool(names) and all((home / name).is_file() for name in names)


def tools() -> str:
    """Find Maven and its Java, or end with the line that says which is missing."""
    java, maven = shutil.which("java"), shutil.which("mvn")
    if java is None:
        sys.exit(f"install.py: Java is missing; install version {JAVA} or newer (OpenJDK will do)")
    said = run([java, "-version"]).stderr
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    if found is None or int(found[1]) < JAVA:
        version = found[1] if found else "of an unknown version"
        sys.exit(f"install.py: Java {version} is too old; install version {JAVA} or newer")
    if maven is None:
        sys.exit("install.py: Maven (the command mvn) is missing; install it, version 3.6 or newer")
    return maven


def install(home: Path, maven: str) -> None:
    """Resolve the jars beside the final place, and move them there when they are all there."""
    part = home.with_name(home.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    libs = part / "libs"
    libs.mkdir(parents=True)
    say(f"Fetching LanguageTool {VERSION} and what it needs (about 260 MB) with Maven …")
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={libs}"]
    done = run([maven, "--batch-mode", "--quiet", "--file", str(POM), *goal])
    if done.returncode != 0:
        lines = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
        sys.exit(f"install.py: Maven failed: {lines[0] if lines else done.stderr.strip()}")
    write_jar(part / "languagetool-server.jar", sorted(jar.name for jar in libs.glob("*.jar")))
    shutil.rmtree(home, ignore_errors=True)
    part.rename(home)


def write_jar(path: Path, names: list[str]) -> None:
    """Write the jar that stands for all: empty, with a class path of the others."""
    entries = " ".join(f"libs/{name}" for name in names)
    lines = [
        "Manifest-Version: 1.0",
        "Main-Class: org.languagetool.server.HTTPServer",
        *folded(f"Class-Path: {entries}"),
    ]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", "\r\n".join(lines) + "\r\n")


def folded(line: str) -> list[str]:
    """Fold a manifest's line, which may not be longer than 72 bytes, its end included."""
    return [line[:70], *(f" {line[at : at + 69]}" for at in range(70, len(line), 69))]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end and keep what it says."""
    return subprocess.run(command, capture_output=True, text=True, check=False)


def say(line: str) -> None:
    """Tell the user where things stand."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
