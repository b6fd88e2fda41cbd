"""Runs `deploy`: `python -m demo deploy --space USER/NAME [--static] [--dry-run]` and `check [--port N]`."""

from deploy.__main__ import main

if __name__ == "__main__":
    main()
