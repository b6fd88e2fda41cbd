"""`python -m android apk`, `test`, `assets` and `install`; `make android` and `make android-test` run the first two."""

import argparse
import sys

from android import apk, assets, jvm, programs
from android.errors import AndroidError

COMMANDS = {
    "apk": (apk.build, "builds the signed APK"),
    "test": (jvm.test, "runs the app's code on this machine's Java"),
    "assets": (assets.write, "takes the models from the catalog, for Gradle"),
    "install": (programs.install, "installs the programs that are missing, on Debian, as root"),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m android")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, (function, meaning) in COMMANDS.items():
        commands.add_parser(name, help=meaning, description=meaning).set_defaults(run=function)
    try:
        parser.parse_args().run()
    except AndroidError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
