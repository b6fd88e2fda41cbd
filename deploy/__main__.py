"""The command line: `python -m demo deploy --space USER/NAME [--static] [--dry-run]` and `check [--port N]`."""

import argparse
import sys

from deploy import check, upload


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m demo", description="The demo as a Hugging Face Space.")
    commands = parser.add_subparsers(dest="command", required=True)
    deploying = commands.add_parser("deploy", help="upload what a Space needs")
    deploying.add_argument("--space", required=True, metavar="USER/NAME", help="created if it does not exist")
    deploying.add_argument("--static", action="store_true", help="only the page, as a static Space")
    deploying.add_argument("--dry-run", action="store_true", help="list the files and upload nothing")
    checking = commands.add_parser("check", help="start the server as a Space does, and send requests")
    checking.add_argument("--port", type=int, metavar="N", help="if 7860, which a Space expects, is in use")
    options = parser.parse_args(arguments)
    try:
        if options.command == "check":
            for sentence in check.check(options.port):
                print(sentence, flush=True)
        else:
            _deploy(options)
    except (ValueError, OSError, upload.NotDeployed, check.Failed) as error:
        sys.exit(str(error))


def _deploy(options: argparse.Namespace) -> None:
    upload.check_name(options.space)
    if options.dry_run:
        print(upload.listing(options.static))
    else:
        print(upload.upload(options.space, options.static))


if __name__ == "__main__":
    main()
