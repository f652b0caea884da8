"""``python -m profilelint``."""

from profilelint.cli import main

if __name__ == "__main__":
    main()
