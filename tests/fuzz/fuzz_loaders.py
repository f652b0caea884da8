"""A coverage-guided fuzz target for each loader: any bytes give a document or an ``InputError``.

    python tests/fuzz/fuzz_loaders.py linkedin-pdf --seconds 10
    python tests/fuzz/fuzz_loaders.py json-resume --seconds 3600 --corpus DIR

The samples are the seeds. With ``--corpus`` what is found interesting is kept in a folder, and the
next run goes on from there. An exception, a hang over the loader's time limit or more than 512 MB
is a crash; libFuzzer writes the input that led to it into the working folder.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["profilelint"]):
    from importlib import import_module

    from profilelint import loaders
    from profilelint.errors import InputError
    from profilelint.loaders.source import Limits, Source

    for _name in loaders.LOADERS:
        import_module(loaders.LOADERS[_name])

SAMPLES = Path(__file__).parent.parent / "samples"
SEEDS = {
    "linkedin-pdf": "linkedin-pdf/*.pdf",
    "office": "*/*.*",
    "linkedin-archive": "linkedin-archive/*.zip",
    "linkedin-snapshot": "linkedin-snapshot/*.json",
    "reactive-resume": "reactive-resume/*.json",
    "json-resume": "json-resume/*.json",
    "scraped": "scraped/*.json",
    "profile": "json-resume/*.json",
    "linkedin-text": "text/*.txt",
    "pasted-text": "pasted-text/*.txt",
}
SECONDS = 5
"""What a loader may take for a fuzzed input, which is small."""
MEGABYTES = 512


def target(name: str) -> None:
    """Let one loader read what the fuzzer comes up with, as if the user had named its format."""
    loader = import_module(loaders.LOADERS[name])
    read_all = getattr(loader, "load_all", lambda source: [loader.load(source)])

    def one_input(data: bytes) -> None:
        source = Source("fuzz", data, limits=Limits(seconds=SECONDS), forced=True)
        try:
            loader.sniff(source)
            for document in read_all(source):
                for pointer in list(document.source_map.pointers())[:50]:
                    document.locate(pointer)
        except InputError as error:
            if "\n" in str(error):
                raise AssertionError("an error is one line") from error

    atheris.Setup(fuzzer_arguments(name), one_input)
    atheris.Fuzz()


def fuzzer_arguments(name: str) -> list[str]:
    """What libFuzzer is told, from our own command line."""
    given = parsed()
    corpus = given.corpus or Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in SAMPLES.glob(SEEDS[name]):
        if seed.is_file():
            shutil.copy(seed, corpus / f"seed-{seed.name}")
    return [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={given.seconds}",
        f"-timeout={SECONDS * 4}",
        f"-rss_limit_mb={MEGABYTES}",
        "-max_len=200000",
        "-verbosity=0",
        "-print_final_stats=1",
    ]


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("loader", choices=sorted(loaders.LOADERS))
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--corpus", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    target(parsed().loader)
