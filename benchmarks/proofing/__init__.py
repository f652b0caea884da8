"""The benchmark of the proofreader: `python -m benchmarks.proofing`."""
